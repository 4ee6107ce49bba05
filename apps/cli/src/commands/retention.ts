import { dayInBerlin } from '@lotse/domain';
import { Command } from 'commander';
import { day } from '../input/options';
import type { HomeOption } from '../lotse/settings';
import { print, printJson, printLine } from '../output/print';
import { table } from '../output/table';
import { granted, SHELL, withErasing, withPrivacy } from '../privacy/with-privacy';
import { defineCommand } from './define-command';

interface RetentionOptions extends HomeOption {
  readonly on?: string;
  readonly json?: boolean;
}

const today = (): string => dayInBerlin(new Date());

/** `lotse retention …`: what is kept no longer than it may be. */
export const retentionCommand = (): Command =>
  new Command('retention')
    .description('list and erase what is kept longer than it may be')
    .addCommand(
      defineCommand('list', 'what is due on a day, with the event its period runs from; changes nothing')
        .option('--on <day>', 'the day, YYYY-MM-DD (default: today)', day)
        .option('--json', 'print one JSON object')
        .action(list),
    )
    .addCommand(
      defineCommand('run', 'erase and minimise what is due; what a legal hold keeps stays')
        .option('--on <day>', 'the day, YYYY-MM-DD (default: today)', day)
        .option('--json', 'print one JSON object')
        .action(run),
    )
    .addCommand(
      defineCommand('periods', 'how long each class of data is kept, and why')
        .option('--json', 'print one JSON object')
        .action(periods),
    )
    .addCommand(
      defineCommand('set', 'keep a class of data for another period from now on')
        .argument('<class>', 'a class of lotse retention periods')
        .argument('<period>', 'ISO 8601 duration such as P6M')
        .option('--json', 'print one JSON object')
        .action(setPeriod),
    );

async function list({ on = today(), json, ...home }: RetentionOptions): Promise<void> {
  const due = await withPrivacy(home, ({ retention }) => retention.due(on));
  if (json === true) return printJson({ on, due });
  if (due.length === 0) return printLine(`Nothing is due on ${on}.`);
  const rows = due.map(({ dataClass, person, count, since, dueOn, heldBy }) => [
    dataClass,
    person ?? `${count} rows`,
    since,
    dueOn,
    heldBy.join(', '),
  ]);
  await print(table(['class', 'what', 'since', 'due on', 'held by'], rows));
}

async function run({ on = today(), json, ...home }: RetentionOptions): Promise<void> {
  const report = await withErasing(home, ({ retention }) => retention.run(on, SHELL));
  if (json === true) return printJson({ on, ...report });
  await printLine(`Erased: ${report.erased.join(', ') || 'nobody'}.`);
  for (const [dataClass, rows] of Object.entries(report.rows)) await printLine(`${dataClass}: ${rows} rows.`);
  for (const { person, code } of report.kept) await printLine(`${person} stays [${code}].`);
}

async function periods({ json, ...home }: RetentionOptions): Promise<void> {
  const all = await withPrivacy(home, ({ retention }) => retention.periods());
  if (json === true) return printJson({ periods: all });
  const rows = all.map(({ dataClass, period, own, starts, basis }) => [
    dataClass,
    own ? `${period} (set here)` : period,
    starts,
    basis,
  ]);
  await print(table(['class', 'period', 'after', 'basis'], rows));
}

async function setPeriod(
  dataClass: string,
  period: string,
  { json, ...home }: RetentionOptions,
): Promise<void> {
  const answer = await withPrivacy(home, async ({ retention }) =>
    granted(await retention.setPeriod(dataClass, period, SHELL)),
  );
  await (json === true ? printJson(answer) : printLine(`${dataClass} is kept for ${period} from now on.`));
}
