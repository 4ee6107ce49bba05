import { INDICATORS } from '@lotse/domain';
import { splitsOf } from '@lotse/reports';
import { Command } from 'commander';
import { print, printJson } from '../output/print';
import { table } from '../output/table';
import { indicatorOf, indicatorText } from '../reports/figures-text';
import { defineCommand } from './define-command';

/** `lotse indicators …`: what is counted, and how. */
export const indicatorsCommand = (): Command =>
  new Command('indicators')
    .description('what is counted, and how')
    .addCommand(
      defineCommand('list', 'every indicator with what it says')
        .option('--json', 'print one JSON object')
        .action(list),
    )
    .addCommand(
      defineCommand('explain', 'definition, splits, evidence, source and rule of an indicator')
        .argument('<key>', 'such as contractsPrepared')
        .option('--json', 'print one JSON object')
        .action(explain),
    );

async function list({ json }: { readonly json?: boolean }): Promise<void> {
  const all = [...INDICATORS.values()];
  if (json === true) return printJson({ indicators: all });
  await print(
    table(
      ['indicator', 'section', 'counts'],
      all.map(({ key, section, definition }) => [key, section, definition.en]),
    ),
  );
}

async function explain(key: string, { json }: { readonly json?: boolean }): Promise<void> {
  const indicator = indicatorOf(key);
  const splits = splitsOf(indicator);
  await (json === true ? printJson({ ...indicator, splits }) : print(indicatorText(indicator, splits)));
}
