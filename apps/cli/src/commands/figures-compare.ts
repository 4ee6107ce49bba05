import type { CompareQuery, Comparison } from '@lotse/reports';
import type { Command } from 'commander';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { print, printJson } from '../output/print';
import { comparisonText } from '../reports/comparison-text';
import { figuresOf } from '../reports/figures-text';
import { unitsShown } from '../reports/units-shown';
import { defineCommand } from './define-command';

interface CompareOptions extends HomeOption {
  readonly programme?: string;
  readonly beforeAsOf?: string;
  readonly beforeKnownAt?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly indicator?: string;
  readonly suppressed?: boolean;
  readonly json?: boolean;
}

/** `lotse figures compare`: what differs between two moments, and the facts that made it. */
export const figuresCompareCommand = (): Command =>
  defineCommand('compare', 'figures that differ between two moments, each unit with the facts that made it')
    .option('--programme <id>', 'may be left out while there is one')
    .option('--before-as-of <day>', 'the earlier moment: what had happened by this day (default: as --as-of)')
    .option(
      '--before-known-at <day or instant>',
      'the earlier moment: what had been recorded by then (default: as --known-at)',
    )
    .option('--as-of <day>', 'what had happened by this day, YYYY-MM-DD (default: today)')
    .option('--known-at <day or instant>', 'what had been recorded by then (default: now)')
    .option('--indicator <keys>', 'with commas between (default: all)')
    .option('--suppressed', 'as those see it who may not see persons')
    .option('--json', 'print one JSON object')
    .action((_own: unknown, command: Command) => compare(command.optsWithGlobals()));

type Moment = CompareQuery['after'];
const momentOf = (asOf: string | undefined, knownAt: string | undefined): Moment => ({
  ...(asOf === undefined ? {} : { asOf }),
  ...(knownAt === undefined ? {} : { knownAt }),
});

const unitsIn = ({ differences }: Comparison): string[] =>
  differences.flatMap(({ units = [] }) => units.map(({ unit }) => unit));

async function compare(options: CompareOptions): Promise<void> {
  const { programme, beforeAsOf, beforeKnownAt, asOf, knownAt, indicator, suppressed, json } = options;
  const query: CompareQuery = {
    ...(programme === undefined ? {} : { programme }),
    ...(indicator === undefined ? {} : { indicators: indicator.split(',') }),
    before: momentOf(beforeAsOf ?? asOf, beforeKnownAt ?? knownAt),
    after: momentOf(asOf, knownAt),
  };
  const compared = await onDatabase(options, async (lotse) => {
    const found = figuresOf(
      await lotse.reporting.compare(query, suppressed === true ? 'figures' : 'persons'),
    );
    await unitsShown(lotse, 'sheet.units', found.programme, unitsIn(found));
    return found;
  });
  await (json === true ? printJson(compared) : print(comparisonText(compared)));
}
