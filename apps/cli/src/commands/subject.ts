import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import type { Language } from '@lotse/privacy';
import type { HomeOption } from '../lotse/settings';
import { print, printJson, printLine } from '../output/print';
import { table } from '../output/table';
import { receiptText } from '../privacy/receipt-text';
import { granted, SHELL, withErasing, withPrivacy } from '../privacy/with-privacy';
import { defineCommand } from './define-command';

interface ExportOptions extends HomeOption {
  readonly out: string;
  readonly language?: Language;
  readonly json?: boolean;
}

interface EraseOptions extends HomeOption {
  readonly preview?: boolean;
  readonly json?: boolean;
}

/** `lotse subject …`: what a person may ask for. */
export const subjectCommand = (): Command =>
  new Command('subject')
    .description('export and erase the data of one person')
    .addCommand(
      defineCommand('export', 'write everything that is held of a person into a ZIP: JSON, a PDF, the files')
        .argument('<person>', 'id of the person')
        .requiredOption('--out <file>', 'the ZIP to write')
        .addOption(
          new Option('--language <code>', "of the PDF (default: the person's own)").choices([
            'de',
            'en',
            'ru',
            'ky',
          ]),
        )
        .option('--json', 'print one JSON object')
        .action(exportSubject),
    )
    .addCommand(
      defineCommand(
        'erase',
        'erase a person whose journeys are closed, with a receipt; harmless when repeated',
      )
        .argument('<person>', 'id of the person')
        .option('--preview', 'say what would go and what stands against it; change nothing')
        .option('--json', 'print one JSON object')
        .action(erase),
    )
    .addCommand(
      defineCommand('replay', 'after a restore: erase again whom the ledger file names')
        .option('--json', 'print one JSON object')
        .action(replay),
    );

async function exportSubject(person: string, { out, language, json, ...home }: ExportOptions): Promise<void> {
  const exported = await withPrivacy(home, async (privacy) => {
    const answer = granted(await privacy.export(person, SHELL, language));
    await pipeline(answer.archive, createWriteStream(out, { flags: 'wx', mode: 0o600 }));
    return { person, language: answer.language, file: out };
  });
  await (json === true ? printJson(exported) : printLine(`Everything that is held of ${person}: ${out}`));
}

async function erase(person: string, { preview, json, ...home }: EraseOptions): Promise<void> {
  if (preview === true) {
    const would = await withPrivacy(home, async ({ erasures }) => granted(await erasures.preview(person)));
    if (json === true) return printJson(would);
    const rows = Object.entries(would.counts)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => [name, String(count)]);
    await print(table(['table', 'rows'], rows));
    return printLine(
      would.obstacle === undefined
        ? `Nothing stands against it: lotse subject erase ${person}`
        : `${would.obstacle.message} [${would.obstacle.code}]`,
    );
  }
  const { receipt } = await withErasing(home, async ({ erasures }) =>
    granted(await erasures.erase(person, SHELL)),
  );
  await (json === true ? printJson(receipt) : print(receiptText(receipt)));
}

async function replay({ json, ...home }: EraseOptions): Promise<void> {
  const report = await withErasing(home, ({ erasures }) => erasures.replay(SHELL));
  if (json === true) return printJson(report);
  await printLine(
    `${report.erased.length} persons were back and are erased again; ${report.unchanged} lines had nothing to do.`,
  );
  if (report.openJourneys.length > 0)
    await printLine(`Open without a person, to be closed by somebody: ${report.openJourneys.join(', ')}`);
}
