import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Journey } from '../../api/types';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import type { Act } from '../../shared/act-dialog';
import { Badge, StatusBadge, type Tone } from '../../shared/badges';
import type { OwnJourney } from '../../shared/own-journeys';
import { nameText, PersonName } from '../../shared/person-name';
import { Skeleton } from '../../shared/states';
import { StageStrip } from '../../shared/stage-strip';
import { answerOfProgramme, signable, studentActs } from './students';
import styles from './university.module.css';

const TONES: Readonly<Record<string, Tone>> = {
  sent: 'waiting',
  resent: 'waiting',
  pending: 'soon',
  verified: 'done',
  rejected: 'late',
  cancelled: 'closed',
};

/** A student: what the programme answered, how far the way has come, and what the university can do. */
export function Student({
  own: { line, journey },
  onAct,
}: {
  readonly own: OwnJourney;
  readonly onAct: (act: Act) => void;
}) {
  const { t } = useTranslation('university');
  const word = useWords();
  const days = useDays();
  const name = nameText(line.name, line.person);
  if (journey === undefined)
    return (
      <li>
        <Skeleton lines={1} />
      </li>
    );
  const { nomination, selection } = journey.state;
  const { on } = nomination;
  const answer = answerOfProgramme(journey.state);
  return (
    <li>
      <div className={styles.head}>
        <Link to={`/journeys/${line.id}`}>
          <PersonName name={line.name} id={line.person} />
        </Link>
        <Badge tone={TONES[answer] ?? 'waiting'}>{t(`answer.${answer}`)}</Badge>
        {on === '' ? null : <span className="soft">{days.day(on)}</span>}
        {selection === undefined ? null : <Badge tone="active">{word('codes', selection)}</Badge>}
        <span className={styles.stage}>{word('stages', journey.stage)}</span>
        {journey.status === 'open' ? null : <StatusBadge status={journey.status} />}
        <div className={styles.acts}>
          {studentActs(journey).map((act) => (
            <Button
              key={act.command}
              size="compact-md"
              variant="default"
              aria-label={`${word('commands', act.command)}: ${name}`}
              onClick={() => onAct(act)}
            >
              {word('commands', act.command)}
            </Button>
          ))}
        </div>
      </div>
      <StageStrip template={journey.template} stage={journey.stage} entered={journey.state.entered} compact />
      <Agreements journey={journey} />
    </li>
  );
}

/** Who has signed the placement agreement, and who has not. */
function Agreements({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation('university');
  const word = useWords();
  const days = useDays();
  return signable(journey).map(({ id, site, signatures, parties }) => {
    const signed = parties.flatMap((party) => signatures[party] ?? []).toSorted();
    const last = signed.at(-1);
    return (
      <p key={id} className={styles.agreement}>
        {t('placementAgreement', { site })}:{' '}
        {signed.length === parties.length && last !== undefined ? (
          <Badge tone="done">{t('signedByAll', { day: days.day(last) })}</Badge>
        ) : (
          parties.map((party) => {
            const day = signatures[party];
            return (
              <Badge key={party} tone={day === undefined ? 'waiting' : 'done'}>
                {word('roles', party)}:{' '}
                {day === undefined ? t('notSigned') : t('signedOn', { day: days.day(day) })}
              </Badge>
            );
          })
        )}
      </p>
    );
  });
}
