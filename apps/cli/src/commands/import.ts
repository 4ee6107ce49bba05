import type { Command } from 'commander';
import { EXIT } from '../exit-code';
import { importSource } from '../import/import-source';
import { lineText } from '../import/line-text';
import { runImport, tallyText } from '../import/run-import';
import { withLotse } from '../lotse/open-lotse';
import { settingsOf, type HomeOption } from '../lotse/settings';
import { printLine } from '../output/print';
import { progressBar } from '../output/progress-bar';
import { statusLine } from '../output/status-line';
import { defineCommand } from './define-command';

interface ImportOptions extends HomeOption {
  readonly json?: boolean;
}

/** `lotse import FILE`: one answer per line of the file, refused lines stop nothing. */
export const importCommand = (): Command =>
  defineCommand('import', 'import a JSON Lines file: one answer per line, status 2 when lines were refused')
    .argument('<file>', 'the file, or - for standard input')
    .option('--json', 'one JSON object per line')
    .action(importFile);

async function importFile(file: string, options: ImportOptions): Promise<void> {
  const settings = settingsOf(options);
  const source = await importSource(file);
  const status = statusLine();
  const tally = await withLotse(settings, { need: 'database', tell: status.show }, (lotse) =>
    runImport(lotse.journeys, source, async (answer, share) => {
      status.clear();
      await printLine(options.json === true ? JSON.stringify(answer) : lineText(answer));
      if (share !== undefined) status.show(progressBar(share, `line ${answer.line}`));
    }),
  ).finally(status.clear);
  process.stderr.write(`${tallyText(tally)}\n`);
  if (tally.refused > 0) process.exitCode = EXIT.refused;
}
