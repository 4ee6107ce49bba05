import { ActionIcon, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timelineQuery } from '../../api/journey';
import type { Fact, Journey } from '../../api/types';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { useMe } from '../../session/session';
import { useOrganisationName } from '../../shared/directory';
import { useFilters } from '../../shared/filters';
import { Icon } from '../../shared/icon';
import { Empty, Loaded } from '../../shared/states';
import { CorrectDialog } from './correct-dialog';
import { evidenceOf, factText } from './fact-text';
import { filesQuery } from './files';
import { factMeant } from './fact-meant';
import { knownOn } from './known-on';
import styles from './journey.module.css';

/** What is not corrected but reversed or voided (domain.md, rule 3). */
const NOT_CORRECTED = [
  'nominate',
  'advance',
  'hold',
  'resume',
  'close',
  'reopen',
  'withdraw',
  'void',
  'reverse',
  'correct',
  'clock-fired',
];

/** Facts newest first, in both times; what was corrected is struck through, and a day shows what was known then. */
export function Timeline({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation('journey');
  const me = useMe();
  const query = useQuery(timelineQuery(journey.id));
  const [filters] = useFilters();
  const { data: files = [] } = useQuery({ ...filesQuery(journey.id), enabled: me.actions.has('file.read') });
  const [known, setKnown] = useState('');
  const [correcting, correct] = useState<Fact>();
  const may = me.by(['coordinator']) !== undefined && me.actions.has('command.submit');
  return (
    <>
      <TextInput
        type="date"
        label={t('knownOn')}
        description={t('knownOnHelp')}
        maw="18rem"
        value={known}
        max={journey.today}
        onChange={({ currentTarget }) => setKnown(currentTarget.value)}
      />
      <Loaded query={query}>
        {({ facts }) => {
          const shown = knownOn(facts, known).toReversed();
          const meant = factMeant(shown, filters.fact);
          if (shown.length === 0) return <Empty icon="clock" title={t('noFacts')} />;
          return (
            <ul className={styles.timeline}>
              {shown.map((fact) => (
                <FactRow
                  key={fact.version}
                  fact={fact}
                  isMeant={fact.version === meant}
                  paper={files.find(
                    ({ reference, state }) =>
                      reference !== undefined && reference === evidenceOf(fact) && state === 'clean',
                  )}
                  {...(may && !NOT_CORRECTED.includes(fact.kind) ? { onCorrect: () => correct(fact) } : {})}
                />
              ))}
            </ul>
          );
        }}
      </Loaded>
      {correcting === undefined ? null : (
        <CorrectDialog journey={journey} fact={correcting} onClose={() => correct(undefined)} />
      )}
    </>
  );
}

interface Row {
  readonly fact: Fact;
  /** Somebody came here to see it. */
  readonly isMeant: boolean;
  /** The paper that it rests on, where the reader may open it. */
  readonly paper: { readonly id: string; readonly name?: string } | undefined;
  readonly onCorrect?: () => void;
}

function FactRow({ fact, isMeant, paper, onCorrect }: Row) {
  const { t } = useTranslation('journey');
  const days = useDays();
  const word = useWords();
  const named = useOrganisationName();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isMeant) row.current?.scrollIntoView({ block: 'center' });
  }, [isMeant]);
  const gone = fact.supersededBy !== undefined;
  return (
    <li
      ref={row}
      className={`${styles.fact} ${isMeant ? styles.meant : ''}`}
      aria-current={isMeant ? 'true' : undefined}
    >
      <span className={gone ? styles.gone : undefined}>{days.day(fact.happenedOn)}</span>
      <div>
        <p className={gone ? styles.gone : undefined}>
          <strong>{word('commands', fact.kind)}</strong> · {word('roles', fact.by.role)}
        </p>
        <p className={styles.small}>{factText(fact, { word, day: days.day, named })}</p>
        {paper === undefined ? null : (
          <p className={styles.small}>
            <a href={`/api/v1/files/${paper.id}/content`}>{t('paperOf', { name: paper.name ?? paper.id })}</a>
          </p>
        )}
        <p className={styles.small}>
          {t('recorded', { at: days.instant(fact.recordedAt), who: fact.submittedBy })}
          {fact.correction?.reason === undefined
            ? ''
            : ` · ${t('because', { reason: fact.correction.reason })}`}
          {gone ? ` · ${t(fact.struck ? 'struck' : 'corrected')}` : ''}
        </p>
      </div>
      {onCorrect === undefined || gone ? null : (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('correct', { what: word('commands', fact.kind) })}
          onClick={onCorrect}
        >
          <Icon name="note" size={16} />
        </ActionIcon>
      )}
    </li>
  );
}
