import type { Anchor, ChainReport } from '@lotse/audit';
import { InvalidArgumentError, type Command } from 'commander';
import { EXIT } from '../exit-code';
import { withLotse } from '../lotse/open-lotse';
import { settingsOf, type HomeOption } from '../lotse/settings';
import { printJson, printLine } from '../output/print';
import { defineCommand } from './define-command';

interface VerifyOptions extends HomeOption {
  readonly anchor: readonly Anchor[];
  readonly json?: boolean;
}

const ANCHOR = /^([1-9]\d{0,14}):([0-9a-f]{64})$/;

/** Every `--anchor` of a call, as `lotse audit head` prints them. */
function anchors(text: string, before: readonly Anchor[]): readonly Anchor[] {
  const [, position, hash] = ANCHOR.exec(text) ?? [];
  if (position === undefined || hash === undefined)
    throw new InvalidArgumentError(
      'Give a position and a hash as `lotse audit head` prints them: 1204:9f86d0….',
    );
  return [...before, { position: Number(position), hash: Buffer.from(hash, 'hex') }];
}

const FAULTS = {
  gap: 'an entry is missing',
  'hash-differs': 'the entry or its place was changed',
  'entry-unreadable': 'the entry is not what is ever written',
  'anchor-missed': 'the chain was written anew: it no longer runs through the anchor',
  'cut-off': 'the chain ends before the anchor: entries were cut off',
} as const satisfies Record<Extract<ChainReport, { ok: false }>['fault'], string>;

/** `lotse audit verify`: the chain is whole, and runs through what was noted elsewhere. */
export const auditVerifyCommand = (): Command =>
  defineCommand('verify', 'check that no entry of the audit was changed, taken out, put in or moved')
    .option(
      '--anchor <position:hash>',
      'a head that was noted elsewhere; may be given more than once',
      anchors,
      [],
    )
    .option('--json', 'print one JSON object')
    .action(verifyAudit);

async function verifyAudit({ anchor, json, ...home }: VerifyOptions): Promise<void> {
  const begun = performance.now();
  const report = await withLotse(settingsOf(home), { need: 'database' }, (lotse) =>
    lotse.audit.verify(anchor),
  );
  const perSecond = Math.round(report.entries / Math.max((performance.now() - begun) / 1_000, 0.001));
  if (json === true)
    await printJson(
      report.ok
        ? { ok: true, entries: report.entries, perSecond, head: report.head.hash.toString('hex') }
        : { ...report, perSecond },
    );
  else if (report.ok)
    await printLine(`${report.entries} entries, the chain is whole (${perSecond} entries/s)`);
  else await printLine(`entry ${report.position}: ${FAULTS[report.fault]} [${report.fault}]`);
  if (!report.ok) process.exitCode = EXIT.faults;
}
