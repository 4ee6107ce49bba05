import { Command } from 'commander';
import { CliError } from '../cli-error';
import { limit } from '../input/options';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { print, printJson, printLine } from '../output/print';
import { table } from '../output/table';
import { figuresOf } from '../reports/figures-text';
import { sampled } from '../reports/sample-text';
import { defineCommand } from './define-command';

interface JsonOption extends HomeOption {
  readonly json?: boolean;
}
interface OpenOptions extends JsonOption {
  readonly sample: string;
  readonly account: string;
  readonly from: string;
  readonly to: string;
  readonly by: string;
}

/** `lotse room …`: samples opened to an auditor, and what was opened there. */
export const roomCommand = (): Command =>
  new Command('room')
    .description('open a sample to an auditor, and tell what was opened there')
    .addCommand(
      defineCommand('open', 'open a sample to one account for some days')
        .argument('<id>', 'id of the room')
        .requiredOption('--sample <id>', 'the sample')
        .requiredOption('--account <id>', 'account of the auditor')
        .requiredOption('--from <day>', 'first day')
        .requiredOption('--to <day>', 'last day')
        .requiredOption('--by <account>', 'who opens it')
        .option('--json', 'print one JSON object')
        .action(open),
    )
    .addCommand(
      defineCommand('list', 'rooms of a programme, youngest first')
        .option('--programme <id>', 'may be left out while there is one')
        .option('--json', 'print one JSON object')
        .action(list),
    )
    .addCommand(
      defineCommand('log', 'who opened what in a room and when, youngest first')
        .argument('<id>', 'id of the room')
        .option('--limit <number>', 'how many entries', limit, 200)
        .option('--json', 'print one JSON object')
        .action(log),
    );

async function open(id: string, options: OpenOptions): Promise<void> {
  const { sample, account, from, to, by, json } = options;
  const opened = await onDatabase(options, async ({ reporting }) =>
    sampled(
      await reporting.samples.openRoom({ id, sample, account, from, to }, { id: by, entrance: 'shell' }),
    ),
  );
  if (json === true) return printJson(opened);
  await printLine(`${id} opened: sample ${sample} to ${account}, ${from} to ${to}`);
}

async function list(options: JsonOption & { readonly programme?: string }): Promise<void> {
  const { programme: named, json } = options;
  const { programme, rooms } = await onDatabase(options, async ({ reporting }) => {
    const scope = figuresOf(await reporting.resolve(named === undefined ? {} : { programme: named }));
    return { programme: scope.programme, rooms: await reporting.samples.rooms(scope.programme) };
  });
  const rows = rooms.map(({ id, sample, account, from, to }) => [id, sample, account, from, to]);
  await (json === true
    ? printJson({ programme, rooms })
    : print(table(['room', 'sample', 'account', 'from', 'to'], rows)));
}

async function log(id: string, options: JsonOption & { readonly limit: number }): Promise<void> {
  const entries = await onDatabase(options, async ({ reporting, audit }) => {
    if ((await reporting.samples.room(id)) === undefined)
      throw new CliError('room-unknown', `There is no room ${id}.`);
    await audit.seal();
    return audit.list({ subjects: [`room/${id}`], limit: options.limit });
  });
  const looks = entries.map(({ at, who, action, outcome, subjects }) => ({
    at,
    who,
    action,
    outcome,
    shown: subjects.filter((subject) => /^(unit|file)\//.test(subject)),
  }));
  const rows = looks.map(({ at, who, action, shown }) => [at, who, action, shown.join(' ')]);
  await (options.json === true
    ? printJson({ room: id, entries: looks })
    : print(table(['at', 'who', 'did', 'shown'], rows)));
}
