import { Button, Input, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerFinding, noteFinding, settleFinding, type SampleUnit } from '../../api/samples';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { useDraft } from '../../live/drafts';
import { useMe } from '../../session/session';
import { Badge, type Tone } from '../../shared/badges';
import { useOrganisationName } from '../../shared/directory';
import { ProblemNote } from '../../shared/states';
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

interface Said {
  readonly step: Step;
  readonly code: string;
  readonly text: string;
}

function say(sample: string, unit: string, { step, code, text }: Said): Promise<unknown> {
  const about = { unit, ...(text.trim() === '' ? {} : { text: text.trim() }) };
  if (step === 'finding') return noteFinding(sample, { ...about, finding: known(CODES.finding, code) });
  if (step === 'answer') return answerFinding(sample, { ...about, answer: known(CODES.answer, code) });
  return settleFinding(sample, { ...about, outcome: known(CODES.outcome, code) });
}

interface Props {
  readonly sample: string;
  readonly unit: SampleUnit;
}

const NOTHING_SAID = { code: '', text: '' };

/** A drawn unit: what was found, answered and settled, each by whom, when and in which words; and what is to be said next. */
export function SampleUnitRow({ sample, unit }: Props) {
  const { t } = useTranslation('samples');
  const me = useMe();
  const word = useWords();
  const named = useOrganisationName();
  const step = stepOf(unit, me.actions);
  const [university = '', stage = ''] = unit.stratum.split('/');
  const { finding, answer, outcome } = unit;
  return (
    <li className={styles.unit}>
      <div className={styles.line}>
        <strong>{unit.unit}</strong>
        <span className="soft">
          {named(university)} · {word('stages', stage)}
        </span>
      </div>
      <p className="soft">
        {t('evidence')}: {unit.evidence.join(', ') || t('noEvidence')}
      </p>
      {finding === undefined ? (
        <Badge tone="waiting">{t('unchecked')}</Badge>
      ) : (
        <Word
          said={finding}
          name={t(`findings.${finding.code}`)}
          tone={finding.code === 'in-order' ? 'done' : 'late'}
        />
      )}
      {answer === undefined ? null : <Word said={answer} name={t(`answers.${answer.code}`)} tone="active" />}
      {outcome === undefined ? null : (
        <Word said={outcome} name={t(`outcomes.${outcome.code}`)} tone="closed" />
      )}
      {step === undefined ? null : <NextWord key={step} sample={sample} unit={unit.unit} step={step} />}
    </li>
  );
}

function Word({
  said: { by, at, text },
  name,
  tone,
}: {
  readonly said: { readonly by: string; readonly at: string; readonly text?: string };
  readonly name: string;
  readonly tone: Tone;
}) {
  const days = useDays();
  return (
    <p className={styles.said}>
      <Badge tone={tone}>{name}</Badge> {text === undefined ? null : <q>{text}</q>}{' '}
      <span className="soft">
        {by}, {days.instant(at)}
      </span>
    </p>
  );
}

function NextWord({
  sample,
  unit,
  step,
}: {
  readonly sample: string;
  readonly unit: string;
  readonly step: Step;
}) {
  const { t } = useTranslation('samples');
  const me = useMe();
  const client = useQueryClient();
  const { draft, change, clear } = useDraft(me.account, `${step}/${sample}/${unit}`, NOTHING_SAID);
  const [codes] = useState<readonly string[]>(CODES[step]);
  const { text } = draft.values;
  const code = codes.find((one) => one === draft.values.code) ?? codes[0] ?? '';
  const note = useMutation({
    mutationFn: () => say(sample, unit, { step, code, text }),
    onSuccess: async () => {
      clear();
      await client.invalidateQueries({ queryKey: ['samples'] });
    },
  });
  return (
    <form
      className={styles.acts}
      onSubmit={(event) => {
        event.preventDefault();
        note.mutate();
      }}
    >
      <Input
        component="select"
        aria-label={`${t(`steps.${step}`)}: ${unit}`}
        value={code}
        onChange={({ currentTarget }) => change({ text, code: currentTarget.value })}
      >
        {codes.map((one) => (
          <option key={one} value={one}>
            {t(`${step}s.${one}`)}
          </option>
        ))}
      </Input>
      <TextInput
        className={styles.words}
        aria-label={t('wordsOf', { unit })}
        placeholder={t('words')}
        maxLength={2_000}
        value={text}
        onChange={({ currentTarget }) => change({ code, text: currentTarget.value })}
      />
      <Button
        type="submit"
        variant="light"
        loading={note.isPending}
        aria-label={`${t(`steps.${step}`)}: ${unit}`}
      >
        {t(`steps.${step}`)}
      </Button>
      {note.error === null ? null : <ProblemNote error={note.error} />}
    </form>
  );
}
