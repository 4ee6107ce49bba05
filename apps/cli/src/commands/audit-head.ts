import type { Command } from 'commander';
import { withLotse } from '../lotse/open-lotse';
import { settingsOf, type HomeOption } from '../lotse/settings';
import { printJson, printLine } from '../output/print';
import { defineCommand } from './define-command';

interface HeadOptions extends HomeOption {
  readonly json?: boolean;
}

/** `lotse audit head`: what to note elsewhere, so that a cut at the end shows. */
export const auditHeadCommand = (): Command =>
  defineCommand('head', 'print the position and hash of the last entry, to be noted elsewhere')
    .option('--json', 'print one JSON object')
    .action(async ({ json, ...home }: HeadOptions) => {
      const { position, hash } = await withLotse(settingsOf(home), { need: 'database' }, (lotse) =>
        lotse.audit.head(),
      );
      const text = hash.toString('hex');
      await (json === true ? printJson({ position, hash: text }) : printLine(`${position}:${text}`));
    });
