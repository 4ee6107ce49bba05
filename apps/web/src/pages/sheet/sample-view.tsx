import { Button, Input, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  answerFinding,
  noteFinding,
  openRoom,
  sampleQuery,
  settleFinding,
  type SampleUnit,
} from '../../api/samples';
import { addDays, todayHere } from '../../i18n/dates';
import { newId } from '../../live/drafts';
import { useMe } from '../../session/session';
import { Badge } from '../../shared/badges';
import { tell } from '../../shared/notices';
import { Loaded, ProblemNote } from '../../shared/states';
import { stepOf, type Step } from './sample-step';
import styles from './samples.module.css';

const CODES = {
  finding: [
    'in-order',
    'evidence-missing',
    'evidence-illegible',
    'evidence-of-another',
    'day-differs',
    'amount-differs',
    'not-eligible',
  ],
  answer: ['accepted', 'evidence-supplied', 'contradicted'],
  outcome: ['upheld', 'dropped'],
} as const;
/** The code that was chosen, as the one that the API takes. */
const known = <Code extends string>(codes: readonly Code[], code: string): Code =>
  codes.find((one) => one === code) ?? (codes[0] as Code);

const say = (sample: string, unit: string, step: Step, code: string): Promise<unknown> => {
  if (step === 'finding') return noteFinding(sample, { unit, finding: known(CODES.finding, code) });
  if (step === 'answer') return answerFinding(sample, { unit, answer: known(CODES.answer, code) });
  return settleFinding(sample, { unit, outcome: known(CODES.outcome, code) });
};

/** Drawn units with what was found, answered and settled, and what is next of each; for coordinators, opening a room. */
export function SampleView({ sample }: { readonly sample: string }) {
  const me = useMe();
  const query = useQuery(sampleQuery(sample));
  return (
    <Loaded query={query} lines={3}>
      {({ units }) => (
        <>
          {me.actions.has('room.open') ? <OpenRoom sample={sample} /> : null}
          <ul className={styles.list}>
            {units.map((unit) => (
              <Unit key={unit.unit} sample={sample} unit={unit} />
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}

function Unit({ sample, unit }: { readonly sample: string; readonly unit: SampleUnit }) {
  const { t } = useTranslation('samples');
  const me = useMe();
  const client = useQueryClient();
  const step = stepOf(unit, me.actions);
  const codes: readonly string[] = step === undefined ? [] : CODES[step];
  const [chosen, choose] = useState<string>();
  const code = chosen !== undefined && codes.includes(chosen) ? chosen : codes[0];
  const note = useMutation({
    mutationFn: ({ what, as }: { readonly what: Step; readonly as: string }) =>
      say(sample, unit.unit, what, as),
    onSuccess: () => client.invalidateQueries({ queryKey: ['samples'] }),
  });
  const { finding, answer, outcome } = unit;
  return (
    <li className={styles.unit}>
      <div className={styles.line}>
        <strong>{unit.unit}</strong>
        <span className="soft">{unit.stratum}</span>
      </div>
      <p className="soft">
        {t('evidence')}: {unit.evidence.join(', ') || t('noEvidence')}
      </p>
      <div className={styles.acts}>
        {finding === undefined ? (
          <Badge tone="waiting">{t('unchecked')}</Badge>
        ) : (
          <Badge tone={finding.code === 'in-order' ? 'done' : 'late'}>{t(`findings.${finding.code}`)}</Badge>
        )}
        {answer === undefined ? null : <Badge tone="active">{t(`answers.${answer.code}`)}</Badge>}
        {outcome === undefined ? null : <Badge tone="closed">{t(`outcomes.${outcome.code}`)}</Badge>}
      </div>
      {step === undefined || code === undefined ? null : (
        <div className={styles.acts}>
          <Input
            component="select"
            aria-label={`${t(`steps.${step}`)}: ${unit.unit}`}
            value={code}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          >
            {codes.map((one) => (
              <option key={one} value={one}>
                {t(`${step}s.${one}`)}
              </option>
            ))}
          </Input>
          <Button
            variant="light"
            loading={note.isPending}
            aria-label={`${t(`steps.${step}`)}: ${unit.unit}`}
            onClick={() => note.mutate({ what: step, as: code })}
          >
            {t(`steps.${step}`)}
          </Button>
        </div>
      )}
      {note.error === null ? null : <ProblemNote error={note.error} />}
    </li>
  );
}

const DAYS_OPEN = 30;

function OpenRoom({ sample }: { readonly sample: string }) {
  const { t } = useTranslation('samples');
  const [account, setAccount] = useState('');
  const open = useMutation({
    mutationFn: () =>
      openRoom(sample, {
        id: `room-${newId().slice(0, 13)}`,
        account: account.trim(),
        from: todayHere(),
        to: addDays(todayHere(), DAYS_OPEN),
      }),
    onSuccess: () => tell(t('opened')),
  });
  return (
    <form
      className={styles.acts}
      onSubmit={(event) => {
        event.preventDefault();
        if (account.trim() !== '') open.mutate();
      }}
    >
      <TextInput
        label={t('auditor')}
        description={t('auditorHelp', { count: DAYS_OPEN })}
        value={account}
        onChange={({ currentTarget }) => setAccount(currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={open.isPending}>
        {t('open')}
      </Button>
      {open.data === undefined ? null : (
        <p role="status">
          {t('roomIs')} <code>{open.data.room.id}</code>
        </p>
      )}
      {open.error === null ? null : <ProblemNote error={open.error} />}
    </form>
  );
}
