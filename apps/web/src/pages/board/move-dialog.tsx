import { Button, Modal, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CohortLine } from '../../api/cohort';
import { journeyQuery } from '../../api/journey';
import { useWords } from '../../i18n/words';
import { useMe } from '../../session/session';
import { CommandForm } from '../../shared/command-form';
import { commandOfGuard } from '../../shared/guard-commands';
import { RemindOfGuard } from '../../shared/remind';
import { nameText } from '../../shared/person-name';
import { RefusalGuide } from '../../shared/refusal';
import { Loaded } from '../../shared/states';
import { useTemplate } from '../../shared/template';
import { commandSchemasQuery } from '../../shared/command-schema';
import { movesOf } from './moves';

/** Whom somebody wants to move, and where to. */
export interface Wish {
  readonly line: CohortLine;
  readonly to: string;
}

/** The move itself where nothing is missing; else what is, who can do it, and the act right here. */
export function MoveDialog({
  wish: { line, to },
  onClose,
}: {
  readonly wish: Wish;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['board', 'common']);
  const word = useWords();
  const me = useMe();
  const isBetween = useBetween(line.template);
  const query = useQuery(journeyQuery(line.id));
  const { data: schemas } = useQuery(commandSchemasQuery);
  const [mending, mend] = useState<string>();
  const title = t('board:moveTitle', { name: nameText(line.name, line.person), stage: word('stages', to) });
  const isMine = (command: string | undefined): command is string =>
    command !== undefined && me.by(schemas?.[command]?.by ?? []) !== undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
      size="lg"
    >
      <Loaded query={query} lines={2}>
        {(journey) => {
          const moves = movesOf(journey);
          // A stage further on is not entered from here: what the next one on the way lacks is what keeps them from it.
          const direct = moves.find(({ about }) => about === to);
          const move = direct ?? moves.find(({ about }) => isBetween(about, journey.stage, to));
          if (mending !== undefined)
            return <CommandForm journey={line.id} command={mending} onDone={() => mend(undefined)} />;
          if (move === undefined)
            return <p>{t('board:noWay', { from: word('stages', journey.stage), to: word('stages', to) })}</p>;
          if (move.unmet.length === 0)
            return (
              <Stack>
                {direct === undefined ? <First stage={move.about} /> : null}
                <CommandForm
                  journey={line.id}
                  command="advance"
                  fixed={{ to: move.about }}
                  only={[]}
                  onDone={onClose}
                />
              </Stack>
            );
          return (
            <Stack>
              {direct === undefined ? <First stage={move.about} /> : null}
              <RefusalGuide
                unmet={move.unmet}
                act={(unmet) => {
                  const command = commandOfGuard(unmet.guard);
                  if (!isMine(command))
                    return <RemindOfGuard journey={line.id} stage={move.about} unmet={unmet} />;
                  return (
                    <Button size="compact-sm" onClick={() => mend(command)}>
                      {word('commands', command)}
                    </Button>
                  );
                }}
              />
              <Button variant="default" component={Link} to={`/journeys/${line.id}`}>
                {t('common:act.open')}
              </Button>
            </Stack>
          );
        }}
      </Loaded>
    </Modal>
  );
}

/** Which stage comes before the one that was asked for. */
function First({ stage }: { readonly stage: string }) {
  const { t } = useTranslation('board');
  const word = useWords();
  return <p>{t('firstTo', { stage: word('stages', stage) })}</p>;
}

/** Whether a stage lies on the way from one to another, by the order of the template. */
function useBetween(template: string): (stage: string, from: string, to: string) => boolean {
  const stages = useTemplate(template)?.stages ?? [];
  const place = (code: string): number => stages.findIndex((stage) => stage.code === code);
  return (stage, from, to) => place(from) < place(stage) && place(stage) < place(to);
}
