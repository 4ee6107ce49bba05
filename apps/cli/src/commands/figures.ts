import type { FigureQuery } from '@lotse/reports';
import type { Command } from 'commander';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { print, printJson } from '../output/print';
import { figuresOf, figuresText } from '../reports/figures-text';
import { defineCommand } from './define-command';
import { figuresCompareCommand } from './figures-compare';

interface FiguresOptions extends HomeOption {
  readonly programme?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly from?: string;
  readonly by?: string;
  readonly indicator?: string;
  readonly suppressed?: boolean;
  readonly json?: boolean;
}

/** `lotse figures`: every indicator at a moment, split. */
export const figuresCommand = (): Command =>
  defineCommand('figures', 'count indicators at a moment, split by what is asked for')
    .option('--programme <id>', 'may be left out while there is one')
    .option('--as-of <day>', 'what had happened by this day, YYYY-MM-DD (default: today)')
    .option('--known-at <day or instant>', 'what had been recorded by then (default: now)')
    .option('--from <day>', 'first day of the period of flows')
    .option('--indicator <keys>', 'with commas between (default: all)')
    .option('--by <splits>', 'with commas between, such as gender,university')
    .option('--suppressed', 'as those see them who may not see persons')
    .option('--json', 'print one JSON object')
    .action(printFigures)
    .addCommand(figuresCompareCommand());

async function printFigures(options: FiguresOptions): Promise<void> {
  const { programme, asOf, knownAt, from, by, indicator, suppressed, json } = options;
  const query: FigureQuery = {
    ...(programme === undefined ? {} : { programme }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownAt === undefined ? {} : { knownAt }),
    ...(from === undefined ? {} : { from }),
    ...(by === undefined ? {} : { by: by.split(',') }),
    ...(indicator === undefined ? {} : { indicators: indicator.split(',') }),
  };
  const sight = suppressed === true ? 'figures' : 'persons';
  const table = await onDatabase(options, async ({ reporting }) =>
    figuresOf(await reporting.figures.ask(query, sight)),
  );
  await (json === true ? printJson(table) : print(figuresText(table)));
}
