import type { ReportAnswer, ReportSummary } from '@lotse/reports';
import { Command } from 'commander';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-code';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { print, printJson, printLine } from '../output/print';
import { table } from '../output/table';
import { figuresOf } from '../reports/figures-text';
import { unitsShown } from '../reports/units-shown';
import { defineCommand } from './define-command';

interface ReportOptions extends HomeOption {
  readonly programme?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly from?: string;
  readonly by?: string;
  readonly json?: boolean;
}

type Done = Exclude<ReportAnswer, { readonly result: 'refused' }>;

const by = (id: string) => ({ id, entrance: 'shell' as const });
const unknown = (id: string): CliError => new CliError('report-unknown', `There is no report ${id}.`);

function accepted(answer: ReportAnswer): Done {
  if (answer.result !== 'refused') return answer;
  throw new CliError(answer.code, answer.message);
}

const rowOf = ({ id, asOf, knownAt, state, signatures, sha256 }: ReportSummary): string[] => [
  id,
  asOf,
  knownAt,
  state,
  signatures.map(({ account }) => account).join(', '),
  sha256.slice(0, 12),
];
const HEAD = ['report', 'as of', 'known at', 'state', 'signed by', 'sha256'];

/** `lotse report …`: figures that are locked. */
export const reportCommand = (): Command =>
  new Command('report')
    .description('propose, sign, prove and open reports')
    .addCommand(
      defineCommand('propose', 'count and freeze every figure, for two people to sign')
        .argument('<id>', 'id of the report')
        .option('--programme <id>', 'may be left out while there is one')
        .option('--as-of <day>', 'what had happened by this day (default: today)')
        .option('--known-at <day or instant>', 'what had been recorded by then (default: now)')
        .option('--from <day>', 'first day of the period of flows')
        .requiredOption('--by <account>', 'who proposes it')
        .option('--json', 'print one JSON object')
        .action(propose),
    )
    .addCommand(
      defineCommand('lock', 'sign a report; the second person locks it for ever')
        .argument('<id>', 'id of the report')
        .requiredOption('--by <account>', 'who signs')
        .option('--json', 'print one JSON object')
        .action(lock),
    )
    .addCommand(
      defineCommand('withdraw', 'take a proposal back')
        .argument('<id>', 'id of the report')
        .requiredOption('--by <account>', 'who takes it back')
        .option('--json', 'print one JSON object')
        .action(withdraw),
    )
    .addCommand(
      defineCommand('verify', 'prove a report by its hash and by counting anew')
        .argument('<id>', 'id of the report')
        .option('--json', 'print one JSON object')
        .action(verify),
    )
    .addCommand(
      defineCommand('list', 'reports of a programme, youngest first')
        .option('--programme <id>', 'may be left out while there is one')
        .option('--json', 'print one JSON object')
        .action(list),
    )
    .addCommand(
      defineCommand('show', 'open a report as it was signed')
        .argument('<id>', 'id of the report')
        .option('--json', 'print one JSON object')
        .action(show),
    );

async function told(answer: Done, json: boolean | undefined): Promise<void> {
  if (json === true) return printJson(answer);
  const { result, report, missing } = answer;
  const open =
    report.state === 'signed' ? 'locked' : `${missing} signature${missing === 1 ? '' : 's'} missing`;
  await printLine(
    `${report.id} ${result}: ${report.state === 'withdrawn' ? 'withdrawn' : open}, sha256 ${report.sha256}`,
  );
}

async function propose(id: string, options: ReportOptions): Promise<void> {
  const { programme, asOf, knownAt, from, by: account = '', json } = options;
  const proposal = {
    id,
    ...(programme === undefined ? {} : { programme }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownAt === undefined ? {} : { knownAt }),
    ...(from === undefined ? {} : { from }),
  };
  await told(
    await onDatabase(options, async ({ reporting }) =>
      accepted(await reporting.reports.propose(proposal, by(account))),
    ),
    json,
  );
}

async function lock(id: string, options: ReportOptions): Promise<void> {
  const answer = await onDatabase(options, async ({ reporting }) =>
    accepted(await reporting.reports.sign(id, by(options.by ?? ''))),
  );
  await told(answer, options.json);
}

async function withdraw(id: string, options: ReportOptions): Promise<void> {
  const answer = await onDatabase(options, async ({ reporting }) =>
    accepted(await reporting.reports.withdraw(id, by(options.by ?? ''))),
  );
  await told(answer, options.json);
}

async function verify(id: string, options: ReportOptions): Promise<void> {
  const proof = await onDatabase(options, ({ reporting }) => reporting.reports.verify(id));
  if (proof === undefined) throw unknown(id);
  const holds = proof.intact && proof.reproduced;
  if (options.json === true) await printJson(proof);
  else
    await printLine(
      holds
        ? `${id}: the hash holds and every figure and list comes out the same (${proof.sha256})`
        : `${id}: ${proof.intact ? 'counting anew gives something else' : 'the content is not what was signed'}: ${proof.differs.join(', ')}`,
    );
  if (!holds) process.exitCode = EXIT.faults;
}

async function list(options: ReportOptions): Promise<void> {
  const { programme: named, json } = options;
  const { programme, reports } = await onDatabase(options, async ({ reporting }) => {
    const scope = figuresOf(await reporting.resolve(named === undefined ? {} : { programme: named }));
    return { programme: scope.programme, reports: await reporting.reports.list(scope.programme) };
  });
  await (json === true ? printJson({ programme, reports }) : print(table(HEAD, reports.map(rowOf))));
}

async function show(id: string, options: ReportOptions): Promise<void> {
  const report = await onDatabase(options, async (lotse) => {
    const found = await lotse.reporting.reports.find(id, 'persons');
    if (found === undefined) throw unknown(id);
    const { inner } = found.content;
    const adjusted = typeof inner === 'string' ? [] : inner.adjustments.flatMap(({ units }) => units);
    if (adjusted.length > 0)
      await unitsShown(
        lotse,
        'report.read',
        found.programme,
        adjusted.map(({ unit }) => unit),
        [`report/${id}`],
      );
    return found;
  });
  if (options.json === true) return printJson(report);
  const { figures, adjustments } = report.content.published;
  await print(table(HEAD, [rowOf(report)]));
  await print(
    `\n${table(
      ['figure', 'value'],
      figures.map(({ indicator, value }) => [indicator, value ?? '–']),
    )}`,
  );
  if (adjustments.length > 0)
    await print(
      `\n${table(
        ['adjustment', 'report', 'was', 'is'],
        adjustments.map((line) => [line.indicator, line.report, line.before, line.after]),
      )}`,
    );
}
