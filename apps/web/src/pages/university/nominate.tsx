import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { todayHere, useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { Badge } from '../../shared/badges';
import { standingOf } from '../../shared/standing';
import { ProblemNote } from '../../shared/states';
import type { OwnAgreement } from './agreement-state';
import {
  newRow,
  pastedRows,
  useNominations,
  type NominationRow,
  type RowField,
  type RowResult,
} from './nominations';
import styles from './university.module.css';

interface Props {
  readonly university: string;
  /** Those with the university; at least one. */
  readonly agreements: readonly OwnAgreement[];
}

/** Under the chosen one, else under the one that stands today, else under the last. */
const agreementOf = (agreements: readonly OwnAgreement[], chosen: string | undefined) =>
  agreements.find(({ id }) => id === chosen) ??
  agreements.find((one) => ['running', 'soon'].includes(standingOf(one, todayHere()))) ??
  agreements.at(-1);

/** Nominates one or many: rows that can be typed or put in from a spreadsheet, tried first, each with its result. */
export function Nominate({ university, agreements }: Props) {
  const { t } = useTranslation('university');
  const word = useWords();
  const days = useDays();
  const [chosen, choose] = useState<string>();
  const agreement = agreementOf(agreements, chosen);
  const { rows, filled, results, done, run, set, clear } = useNominations(
    agreement?.programme ?? '',
    university,
    agreement?.id ?? '',
  );
  const change = (row: NominationRow, values: Partial<NominationRow>): void =>
    set(rows.map((other) => (other === row ? { ...row, ...values } : other)));
  const paste = (row: NominationRow, field: RowField, event: ClipboardEvent): void => {
    const pasted = pastedRows(event.clipboardData.getData('text'), field);
    if (pasted.length === 0 || (pasted.length === 1 && Object.keys(pasted[0] ?? {}).length < 2)) return;
    event.preventDefault();
    const [first = {}, ...rest] = pasted;
    set(rows.flatMap((other) => (other === row ? [{ ...row, ...first }, ...rest.map(newRow)] : [other])));
  };
  const isDone = filled.length > 0 && filled.every(({ id }) => results[id]?.outcome === 'accepted');
  const cannot = filled.length === 0 || agreement === undefined || isDone;
  return (
    <section className={styles.panel} aria-labelledby="nominate">
      <h2 id="nominate">{t('nominate')}</h2>
      <p className="soft">{t('nominateHelp')}</p>
      <Stack>
        <NativeSelect
          label={word('fields', 'agreement')}
          value={agreement?.id ?? ''}
          maw="32rem"
          data={agreements.map(({ id, from, to }) => ({
            value: id,
            label: `${id} · ${t('validDays', { from: days.day(from), to: days.day(to) })}`,
          }))}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        />
        <ol className={styles.rows}>
          {rows.map((row, index) => (
            <Row
              key={row.id}
              row={row}
              number={index + 1}
              result={results[row.id]}
              onChange={(values) => change(row, values)}
              onPaste={(field, event) => paste(row, field, event)}
              {...(rows.length > 1 ? { onRemove: () => set(rows.filter((other) => other !== row)) } : {})}
            />
          ))}
        </ol>
        {run.error === null ? null : <ProblemNote error={run.error} />}
        <Group>
          <Button variant="subtle" onClick={() => set([...rows, newRow()])}>
            {t('addRow')}
          </Button>
          <Button
            variant="default"
            disabled={cannot}
            loading={run.isPending && run.variables}
            onClick={() => run.mutate(true)}
          >
            {t('tryIt')}
          </Button>
          <Button
            disabled={cannot}
            loading={run.isPending && !run.variables}
            onClick={() => run.mutate(false)}
          >
            {t('send', { count: filled.length })}
          </Button>
          {isDone ? (
            <Button variant="default" onClick={clear}>
              {t('newList')}
            </Button>
          ) : null}
          <span className="soft" role="status">
            {run.isPending ? t('progress', { done, all: filled.length }) : ''}
          </span>
        </Group>
      </Stack>
    </section>
  );
}

function Row({
  row,
  number,
  result,
  onChange,
  onPaste,
  onRemove,
}: {
  readonly row: NominationRow;
  readonly number: number;
  readonly result: RowResult | undefined;
  readonly onChange: (values: Partial<NominationRow>) => void;
  readonly onPaste: (field: RowField, event: ClipboardEvent) => void;
  readonly onRemove?: () => void;
}) {
  const { t } = useTranslation('university');
  const word = useWords();
  const isDone = result?.outcome === 'accepted';
  const field = (name: RowField) => ({
    label: word('fields', name),
    'aria-label': t('fieldOf', { field: word('fields', name), number }),
    value: row[name],
    disabled: isDone,
    onChange: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) =>
      onChange({ [name]: currentTarget.value }),
    onPaste: (event: ClipboardEvent) => onPaste(name, event),
  });
  return (
    <li>
      <TextInput {...field('person')} />
      <TextInput {...field('subject')} />
      <TextInput type="date" {...field('expectedDegreeOn')} />
      <div className={styles.result}>
        {result === undefined ? null : (
          <Badge tone={result.well ? 'done' : 'late'}>{t(`outcome.${result.outcome}`)}</Badge>
        )}
        {onRemove === undefined || isDone ? null : (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('removeRow', { number })}
            onClick={onRemove}
          >
            {t('remove')}
          </Button>
        )}
      </div>
      {result === undefined || result.why.length === 0 ? null : (
        <ul className={styles.why}>
          {result.why.map((why) => (
            <li key={why}>{why}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
