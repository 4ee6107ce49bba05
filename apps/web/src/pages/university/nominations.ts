import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../../api/problem';
import { todayHere } from '../../i18n/dates';
import { giveCommand, previewCommand, type GivenCommand } from '../../live/commands';
import { newId, useDraft } from '../../live/drafts';
import { useMe } from '../../session/session';
import { useGuardText } from '../../shared/guard-text';
import { useProblemText } from '../../shared/states';

/** One person of a list; `id` is the idempotency key of the nomination, so that a list sent twice nominates nobody twice. */
export interface NominationRow {
  readonly id: string;
  readonly journey: string;
  readonly person: string;
  readonly subject: string;
  readonly expectedDegreeOn: string;
}

export interface RowResult {
  readonly well: boolean;
  /** Done, would work, or every reason why not. */
  readonly outcome: 'accepted' | 'would-be-accepted' | 'refused';
  readonly why: readonly string[];
}

export const newRow = (values: Partial<NominationRow> = {}): NominationRow => ({
  person: '',
  subject: '',
  expectedDegreeOn: '',
  ...values,
  id: newId(),
  journey: `j-${newId().slice(0, 13)}`,
});

const FIELDS = ['person', 'subject', 'expectedDegreeOn'] as const;
export type RowField = (typeof FIELDS)[number];

/** Lines of a spreadsheet as it copies them, from the field that they were put into. */
export const pastedRows = (text: string, from: RowField): readonly Partial<NominationRow>[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) =>
      Object.fromEntries(
        line
          .split(/\t|;/)
          .map((cell, index) => [FIELDS[FIELDS.indexOf(from) + index] ?? '', cell.trim()])
          .filter(([name]) => name !== ''),
      ),
    );

export const isFilled = ({ person, subject, expectedDegreeOn }: NominationRow): boolean =>
  [person, subject, expectedDegreeOn].every((value) => value.trim() !== '');

/** A list of nominations: kept while it is written, tried without effect, and given one by one with a result for each. */
export function useNominations(programme: string, university: string, agreement: string) {
  const me = useMe();
  const client = useQueryClient();
  const missing = useGuardText();
  const problem = useProblemText();
  const [empty] = useState(() => [newRow()]);
  const { draft, change, clear } = useDraft<readonly NominationRow[]>(me.account, 'nominations', empty);
  const [results, setResults] = useState<Readonly<Record<string, RowResult>>>({});
  const [done, setDone] = useState(0);
  const filled = draft.values.filter(isFilled);
  const given = ({ id, journey, person, subject, expectedDegreeOn }: NominationRow): GivenCommand => ({
    id,
    journey,
    command: 'nominate',
    happenedOn: todayHere(),
    by: { role: 'university', organisation: university },
    data: { person: person.trim(), programme, university, agreement, subject, expectedDegreeOn },
  });
  const run = useMutation({
    mutationFn: async (trial: boolean) => {
      setDone(0);
      for (const row of filled) {
        if (results[row.id]?.outcome === 'accepted') continue;
        const result = await resultOf(row, trial);
        setResults((before) => ({ ...before, [row.id]: result }));
        setDone((count) => count + 1);
      }
      if (!trial) await client.invalidateQueries();
    },
  });
  async function resultOf(row: NominationRow, trial: boolean): Promise<RowResult> {
    try {
      await (trial ? previewCommand(given(row)) : giveCommand(given(row)));
      return { well: true, outcome: trial ? 'would-be-accepted' : 'accepted', why: [] };
    } catch (error) {
      // Without a network the whole list stops; what was given stays given.
      if (!(error instanceof ApiProblem)) throw error;
      const { unmet } = error.details;
      return {
        well: false,
        outcome: 'refused',
        why: unmet.length > 0 ? unmet.map(missing) : [problem(error)],
      };
    }
  }
  const set = (rows: readonly NominationRow[]): void => {
    const changed = rows.filter((row) => !draft.values.includes(row)).map(({ id }) => id);
    setResults((before) =>
      Object.fromEntries(Object.entries(before).filter(([id]) => !changed.includes(id))),
    );
    change(rows);
  };
  return {
    rows: draft.values,
    filled,
    results,
    done,
    run,
    set,
    clear: (): void => {
      setResults({});
      clear();
    },
  };
}
