import type { Sheet } from '@lotse/domain';

/** A figure of the sheet that differs, by its key, such as `students` or `interviews.company`. */
export interface FigureChange {
  readonly figure: string;
  readonly before: number | string;
  readonly after: number | string;
}

/** Every number of a sheet by its key; lists of partners by how many they are. */
function numbersOf(sheet: Sheet): Map<string, number | string> {
  const { asOf: _asOf, units: _units, partners, interviews, materials, ...plain } = sheet;
  const under = (name: string, values: Readonly<Record<string, number>>): [string, number][] =>
    Object.entries(values).map(([key, value]) => [`${name}.${key}`, value]);
  const counts = Object.fromEntries(Object.entries(partners).map(([kind, ids]) => [kind, ids.length]));
  return new Map<string, number | string>([
    ...Object.entries(plain),
    ...under('interviews', interviews),
    ...under('materials', materials),
    ...under('partners', counts),
  ]);
}

/** The figures in which two sheets differ; one without a programme has none. */
export function figureChanges(before: Sheet | undefined, after: Sheet | undefined): FigureChange[] {
  if (before === undefined || after === undefined) return [];
  const [old, next] = [numbersOf(before), numbersOf(after)];
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((figure) => {
    const [was, is] = [old.get(figure) ?? 0, next.get(figure) ?? 0];
    return was === is ? [] : [{ figure, before: was, after: is }];
  });
}
