import { Button, Stack, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../i18n/words';
import { useDraft } from '../live/drafts';
import { Chips, Choices, Faces } from './choices';
import { GiveProblem } from './give-problem';
import { useGive, type Done, type Giver } from './give';

const RISKS = ['none', 'watch', 'at-risk', 'critical'] as const;
const NEEDS = [
  'homesick',
  'housing',
  'childcare',
  'school',
  'language',
  'health',
  'authority',
  'money',
  'work',
  'contact',
  'other',
] as const;
const LEVELS = [1, 2, 3, 4, 5] as const;

interface CheckIn {
  readonly wellbeing: string;
  readonly risk: string;
  readonly needs: readonly string[];
  readonly note: string;
}
const EMPTY: CheckIn = { wellbeing: '', risk: '', needs: [], note: '' };

interface Props {
  readonly journey: string;
  readonly by: Giver;
  readonly today: string;
  /** Check-ins that there are already: each has a draft of its own. */
  readonly before: number;
  readonly onDone: Done;
}

/** How somebody is: a face, a risk in plain words, what is needed, one line. Kept while it is typed, and sent later without a network. */
export function CheckInForm({ journey, by: { account, ...by }, today, before, onDone }: Props) {
  const { t } = useTranslation(['forms', 'common']);
  const word = useWords();
  const { draft, change, clear } = useDraft<CheckIn>(account, `check-in/${journey}/${before}`, EMPTY);
  const { values } = draft;
  const [asked, ask] = useState(false);
  const own = by.role === 'candidate';
  const give = useGive((how) => {
    // What is kept is still in its form, should it be refused when it gets there.
    if (how === 'given') clear();
    onDone(how);
  });
  const missing = values.wellbeing === '' || values.risk === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask(true);
    if (missing) return;
    give.mutate({
      id: draft.id,
      journey,
      command: 'check-in',
      happenedOn: today,
      by,
      data: {
        period: today.slice(0, 7),
        wellbeing: Number(values.wellbeing),
        risk: values.risk,
        needs: values.needs,
        ...(values.note.trim() === '' ? {} : { note: values.note.trim() }),
      },
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <Faces
          legend={t(own ? 'forms:howAreYou' : 'forms:howAreThey')}
          words={LEVELS.map((level) => t(`forms:faces.${level}`))}
          value={values.wellbeing}
          onChange={(wellbeing) => change({ ...values, wellbeing })}
        />
        <Choices
          legend={t(own ? 'forms:ownRisk' : 'forms:risk')}
          options={RISKS.map((risk) => ({
            value: risk,
            label: t(`forms:risks.${risk}`),
            help: t(`forms:riskHelp.${risk}`),
          }))}
          value={values.risk}
          onChange={(risk) => change({ ...values, risk })}
        />
        <Chips
          legend={t('forms:needs')}
          options={NEEDS.map((need) => ({ value: need, label: word('codes', need) }))}
          values={values.needs}
          onChange={(needs) => change({ ...values, needs })}
        />
        <Textarea
          label={t('forms:line')}
          description={t(own ? 'forms:ownLineHelp' : 'forms:lineHelp')}
          autosize
          minRows={1}
          maxLength={500}
          value={values.note}
          onChange={({ currentTarget }) => change({ ...values, note: currentTarget.value })}
        />
        {asked && missing ? <p role="alert">{t('forms:faceMissing')}</p> : null}
        <GiveProblem error={give.error} />
        <Button type="submit" size="lg" loading={give.isPending}>
          {t('forms:send')}
        </Button>
      </Stack>
    </form>
  );
}
