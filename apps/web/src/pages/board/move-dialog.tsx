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
import { nameText } from '../../shared/person-name';
import { RefusalGuide } from '../../shared/refusal';
import { Loaded } from '../../shared/states';
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
          const move = movesOf(journey).find(({ about }) => about === to);
          if (mending !== undefined)
            return <CommandForm journey={line.id} command={mending} onDone={() => mend(undefined)} />;
          if (move === undefined)
            return <p>{t('board:noWay', { from: word('stages', journey.stage), to: word('stages', to) })}</p>;
          if (move.unmet.length === 0)
            return (
              <CommandForm journey={line.id} command="advance" fixed={{ to }} only={[]} onDone={onClose} />
            );
          return (
            <Stack>
              <RefusalGuide
                unmet={move.unmet}
                act={({ guard }) => {
                  const command = commandOfGuard(guard);
                  if (!isMine(command)) return null;
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
