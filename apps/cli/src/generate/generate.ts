import { textOf, type Day, type JsonObject } from '@lotse/domain';
import type { Journeys, LoadReport, PersonCommands } from '@lotse/journeys';
import { networkLines, networkOf } from './network';
import { personOf } from './people';

export interface Wanted {
  readonly programme: string;
  readonly journeys: number;
  readonly seed: number;
  readonly today: Day;
}

const SENDER = { submittedBy: 'administrator', imported: true } as const;
/** Persons whose records are written before their journeys are. */
const AT_ONCE = 100;

async function importLines(journeys: Journeys, lines: readonly JsonObject[]): Promise<void> {
  async function* source(): AsyncGenerator<string> {
    yield `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
  }
  for await (const answer of journeys.importLines(source(), { submittedBy: 'administrator' }))
    if (answer.result === 'refused')
      throw new Error(`A generated record was refused: ${JSON.stringify(answer)}`);
}

/** Persons in order, each after its record stands. */
async function* people(journeys: Journeys, wanted: Wanted): AsyncGenerator<PersonCommands> {
  const network = networkOf(wanted.programme, wanted.journeys, wanted.today);
  await importLines(journeys, networkLines(network));
  for (let first = 0; first < wanted.journeys; first += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, wanted.journeys - first) }, (_, index) =>
      personOf(network, wanted.seed, first + index, wanted.today),
    );
    await importLines(
      journeys,
      some.map(({ record }) => record),
    );
    yield* some.map(({ commands }) => commands);
  }
}

/** The commands and records that a seed gives, for whoever takes them through another door. */
export function generated({ programme, journeys, seed, today }: Wanted): {
  readonly network: readonly JsonObject[];
  readonly people: readonly ReturnType<typeof personOf>[];
} {
  const network = networkOf(programme, journeys, today);
  return {
    network: networkLines(network),
    people: Array.from({ length: journeys }, (_, index) => personOf(network, seed, index, today)),
  };
}

/** Fills an empty programme with journeys that look like real ones; the same seed gives the same ones. */
export const generate = (
  journeys: Journeys,
  wanted: Wanted,
  onPerson: (persons: number) => void,
  onRefused?: (refusal: string) => void,
): Promise<LoadReport> =>
  journeys.load(people(journeys, wanted), {
    sender: SENDER,
    onPerson,
    onRefused: ({ refusal }, command) =>
      onRefused?.(
        `${textOf(command.id)} ${textOf(command.command)}: ${refusal.code} ${refusal.unmet.map(({ guard }) => guard).join(', ')}`,
      ),
  });
