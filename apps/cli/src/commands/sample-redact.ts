import type { Redaction } from '@lotse/reports';
import type { Command } from 'commander';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-code';
import { onDatabase } from '../lotse/on-database';
import type { Lotse } from '../lotse/open-lotse';
import type { HomeOption } from '../lotse/settings';
import { printJson, printLine } from '../output/print';
import { defineCommand } from './define-command';

interface RedactOptions extends HomeOption {
  readonly by: string;
  readonly file?: string;
  readonly pages?: string;
  readonly approve?: boolean;
  readonly json?: boolean;
}

/** `lotse sample redact`: pictures of a document's pages with what is nobody's business blacked out; two people vouch for them. */
export const sampleRedactCommand = (): Command =>
  defineCommand(
    'redact',
    'name pictures that rooms show in place of a document, or approve them as a second person',
  )
    .argument('<id>', 'id of the redacted version')
    .requiredOption('--by <account>', 'who says it')
    .option('--file <id>', 'file of the original')
    .option('--pages <ids>', 'files of the pictures in the order of the document, with commas between')
    .option('--approve', 'approve what another person named, after comparing both')
    .option('--json', 'print one JSON object')
    .action(redact);

const textOf = ({ id, file, pages, approvedBy }: Redaction): string =>
  `${id}: ${pages.length} pages for ${file}, ${approvedBy === undefined ? 'waits for a second person' : `approved by ${approvedBy}`}`;

async function said(id: string, { by, file, pages, approve }: RedactOptions, { reporting }: Lotse) {
  const asker = { id: by, entrance: 'shell' } as const;
  if (approve === true && file === undefined && pages === undefined)
    return reporting.redactions.approve(id, asker);
  if (approve !== true && file !== undefined && pages !== undefined)
    return reporting.redactions.propose({ id, file, pages: pages.split(',') }, asker);
  throw new CliError('option-clash', 'Give --file and --pages to name pictures, or --approve alone.');
}

async function redact(id: string, options: RedactOptions): Promise<void> {
  const answer = await onDatabase(options, (lotse) => said(id, options, lotse));
  if (answer.result === 'refused') throw new CliError(answer.code, answer.message, EXIT.refused);
  const { result, redaction } = answer;
  await (options.json === true
    ? printJson({ result, redaction })
    : printLine(`${result}. ${textOf(redaction)}`));
}
