import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import type { HomeOption } from '../lotse/settings';
import { print, printJson, printLine } from '../output/print';
import { table } from '../output/table';
import { granted, SHELL, withPrivacy } from '../privacy/with-privacy';
import { defineCommand } from './define-command';

interface HoldOptions extends HomeOption {
  readonly reason: string;
  readonly id?: string;
  readonly json?: boolean;
}

/** `lotse hold …`: what keeps a person's data from being erased, as a lawsuit does. */
export const holdCommand = (): Command =>
  new Command('hold')
    .description('keep the data of a person from being erased, with a reason')
    .addCommand(
      defineCommand('set', 'nothing of the person is erased until the hold is lifted')
        .argument('<person>', 'id of the person')
        .requiredOption('--reason <text>', 'why; it is stored sealed')
        .option('--id <id>', 'id of the hold; one is made unless given')
        .option('--json', 'print one JSON object')
        .action(setHold),
    )
    .addCommand(
      defineCommand('lift', 'end a hold')
        .argument('<hold>', 'id of the hold')
        .requiredOption('--reason <text>', 'why; it is stored sealed')
        .option('--json', 'print one JSON object')
        .action(liftHold),
    )
    .addCommand(
      defineCommand('list', 'holds that are in force')
        .option('--json', 'print one JSON object')
        .action(listHolds),
    );

async function setHold(
  person: string,
  { reason, id = randomUUID(), json, ...home }: HoldOptions,
): Promise<void> {
  const answer = await withPrivacy(home, async ({ holds }) =>
    granted(await holds.set({ id, person, reason }, SHELL)),
  );
  await (json === true ? printJson(answer) : printLine(`Hold ${id} keeps the data of ${person}.`));
}

async function liftHold(id: string, { reason, json, ...home }: HoldOptions): Promise<void> {
  const answer = await withPrivacy(home, async ({ holds }) => granted(await holds.lift(id, reason, SHELL)));
  await (json === true ? printJson(answer) : printLine(`Hold ${id} is lifted.`));
}

async function listHolds({ json, ...home }: HoldOptions): Promise<void> {
  const holds = await withPrivacy(home, (privacy) => privacy.holds.list());
  if (json === true) return printJson({ holds });
  if (holds.length === 0) return printLine('No hold is in force.');
  await print(
    table(
      ['hold', 'person', 'since', 'by'],
      holds.map(({ id, person, setAt, setBy }) => [id, person, setAt.slice(0, 10), setBy]),
    ),
  );
}
