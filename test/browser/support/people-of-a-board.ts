import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@lotse/domain';

const EXAMPLE = join(__dirname, '../../../examples/kg-glass-2023/kg-glass-2023.jsonl');

const example = (): JsonObject[] =>
  readFileSync(EXAMPLE, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): JsonObject => JSON.parse(line));

export interface Somebody {
  readonly journey: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Journey whose first commands they went through too, in the same words; `j01` is at company 1, `j02` at company 2. */
  readonly like: 'j01' | 'j02';
  /** Last command of it that happened, by its place; see the reference file. */
  readonly steps: number;
  /** Commands that did not happen. */
  readonly without?: readonly string[];
}

/** Places of commands of the reference journeys. */
export const UNTIL = { selected: 6, issued: 7, signed: 8, committed: 10, placed: 13 } as const;

/** Lines that bring somebody to the stage where a test needs them: a person, and what another journey began with. */
export function linesOf({ journey, givenName, familyName, like, steps, without = [] }: Somebody): string {
  const person = `p-${journey}`;
  const source = example().filter((line) => line.type === 'command' && line.journey === like);
  const commands = source
    .slice(0, steps)
    .filter(({ command }) => !without.includes(String(command)))
    .map((line, index) =>
      JSON.stringify({ ...line, id: `${journey}.${index}` })
        .replaceAll(`"${like}"`, `"${journey}"`)
        .replaceAll(`"p${like.slice(1)}"`, `"${person}"`)
        .replaceAll(`pl-${like}-`, `pl-${journey}-`),
    );
  const record = {
    type: 'person',
    id: person,
    givenName,
    familyName,
    bornOn: '2000-02-29',
    gender: 'female',
    nationality: 'KG',
    languages: [{ code: 'ky', level: 'native' }],
  };
  return [JSON.stringify(record), ...commands].join('\n');
}
