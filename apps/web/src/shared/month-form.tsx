import { Button, Input, Stack } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDays } from '../i18n/dates';
import { useWords } from '../i18n/words';
import { useDraft } from '../live/drafts';
import { Chips, DayStepper } from './choices';
import { GiveProblem } from './give-problem';
import { useGive, type Done, type Giver } from './give';
import { workdaysOf, type Stay } from './stay-months';

const ABSENCES = ['illness', 'holiday', 'excused', 'unexcused', 'lectures', 'other'] as const;

interface Month {
  readonly worked: number;
  readonly planned: number;
  readonly absences: Readonly<Record<string, number>>;
}

interface Props {
  readonly journey: string;
  readonly placement: string;
  readonly stay: Stay;
  /** Those that may be confirmed, the earliest first. */
  readonly months: readonly string[];
  readonly by: Giver;
  readonly today: string;
  readonly onDone: Done;
}

/** Confirms a month of an internship: days planned, days worked, and why some were not. */
export function MonthForm(props: Props) {
  const { t } = useTranslation('forms');
  const days = useDays();
  const { months } = props;
  const [chosen, choose] = useState<string>();
  const month = chosen !== undefined && months.includes(chosen) ? chosen : months[0];
  if (month === undefined) return <p>{t('noMonth')}</p>;
  return (
    <Stack gap="lg">
      {months.length === 1 ? (
        <strong>{days.month(month)}</strong>
      ) : (
        <Input.Wrapper label={t('month')}>
          <Input
            component="select"
            size="md"
            aria-label={t('month')}
            value={month}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          >
            {months.map((one) => (
              <option key={one} value={one}>
                {days.month(one)}
              </option>
            ))}
          </Input>
        </Input.Wrapper>
      )}
      <Form key={month} {...props} month={month} />
    </Stack>
  );
}

function Form({
  journey,
  placement,
  stay,
  month,
  by: { account, ...by },
  today,
  onDone,
}: Props & { readonly month: string }) {
  const { t } = useTranslation('forms');
  const word = useWords();
  const [empty] = useState<Month>(() => {
    const planned = workdaysOf(month, stay);
    return { worked: planned, planned, absences: {} };
  });
  const again = stay.months[month] === undefined ? '' : '/again';
  const form = `confirm-month/${journey}/${placement}/${month}${again}`;
  const { draft, change, clear } = useDraft<Month>(account, form, empty);
  const { values } = draft;
  const give = useGive((how) => {
    if (how === 'given') clear();
    onDone(how);
  });
  const kinds = ABSENCES.filter((kind) => values.absences[kind] !== undefined);
  const missed = values.worked < values.planned;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const absences = missed
      ? kinds.map((kind) => ({ kind, days: values.absences[kind] ?? 0 })).filter(({ days }) => days > 0)
      : [];
    give.mutate({
      id: draft.id,
      journey,
      command: 'confirm-month',
      happenedOn: today,
      by,
      data: {
        placement,
        month,
        workedDays: values.worked,
        plannedDays: values.planned,
        // The confirmation itself is the evidence.
        evidence: `m-${month}-${placement}`.slice(0, 64),
        ...(absences.length === 0 ? {} : { absences }),
      },
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <DayStepper
          label={t('planned')}
          description={t('plannedHelp')}
          value={values.planned}
          less={t('less', { what: t('planned') })}
          more={t('more', { what: t('planned') })}
          onChange={(planned) => change({ ...values, planned })}
        />
        <DayStepper
          label={t('worked')}
          value={values.worked}
          less={t('less', { what: t('worked') })}
          more={t('more', { what: t('worked') })}
          onChange={(worked) => change({ ...values, worked })}
        />
        {missed ? (
          <>
            <Chips
              legend={t('why')}
              options={ABSENCES.map((kind) => ({ value: kind, label: word('codes', kind) }))}
              values={kinds}
              onChange={(chosen) =>
                change({
                  ...values,
                  absences: Object.fromEntries(
                    chosen.map((kind) => [
                      kind,
                      values.absences[kind] ?? (chosen.length === 1 ? values.planned - values.worked : 1),
                    ]),
                  ),
                })
              }
            />
            {kinds.map((kind) => (
              <DayStepper
                key={kind}
                label={word('codes', kind)}
                value={values.absences[kind] ?? 0}
                less={t('less', { what: word('codes', kind) })}
                more={t('more', { what: word('codes', kind) })}
                onChange={(days) => change({ ...values, absences: { ...values.absences, [kind]: days } })}
              />
            ))}
          </>
        ) : null}
        <GiveProblem error={give.error} />
        <Button type="submit" size="lg" loading={give.isPending}>
          {t('confirm')}
        </Button>
      </Stack>
    </form>
  );
}
