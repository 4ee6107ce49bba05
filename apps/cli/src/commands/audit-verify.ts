import type { Audit, ChainReport, Noted } from '@lotse/audit';
import { InvalidArgumentError, type Command } from 'commander';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-code';
import { readText } from '../input/read-text';
import { withLotse } from '../lotse/open-lotse';
import { settingsOf, type HomeOption } from '../lotse/settings';
import { printJson, printLine } from '../output/print';
import { defineCommand } from './define-command';

interface VerifyOptions extends HomeOption {
  readonly anchor: readonly Noted[];
  readonly head: readonly Noted[];
  readonly heads?: string;
  readonly json?: boolean;
}

const ANCHOR = /^([1-9]\d{0,14}):([0-9a-f]{64})$/;

/** Every `--anchor` of a call, as `lotse audit head` prints them. */
function anchors(text: string, before: readonly Noted[]): readonly Noted[] {
  const [, position, hash] = ANCHOR.exec(text) ?? [];
  if (position === undefined || hash === undefined)
    throw new InvalidArgumentError(
      'Give a position and a hash as `lotse audit head` prints them: 1204:9f86d0….',
    );
  return [...before, { position: Number(position), hash: Buffer.from(hash, 'hex') }];
}

const HASH = /^[0-9a-f]{64}$/;

/** Every `--head` of a call: a hash alone, as somebody copied it from a mail, or with its position. */
const heads = (text: string, before: readonly Noted[]): readonly Noted[] =>
  HASH.test(text) ? [...before, { hash: Buffer.from(text, 'hex') }] : anchors(text, before);

/** `audit-heads.txt` of a data folder or a backup: a day, a position and a hash on each line. */
async function headsOf(path: string): Promise<readonly Noted[]> {
  const lines = (await readText(path)).split('\n').filter((line) => line !== '');
  return lines.map((line, at) => {
    const [, position, hash] = ANCHOR.exec(line.split(' ')[1] ?? '') ?? [];
    if (position === undefined || hash === undefined)
      throw new CliError(
        'heads-unreadable',
        `Line ${at + 1} of ${path} is no day with a position and a hash.`,
      );
    return { position: Number(position), hash: Buffer.from(hash, 'hex') };
  });
}

const FAULTS = {
  gap: 'an entry is missing',
  'hash-differs': 'the entry or its place was changed',
  'entry-unreadable': 'the entry is not what is ever written',
  'anchor-missed': 'the chain was written anew: it no longer runs through the anchor',
  'cut-off': 'the chain ends before the anchor: entries were cut off',
  'head-missed': 'no entry has the hash that was given as a head: entries were cut off or written anew',
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
    .option('--head <hash>', 'a head from a daily mail, with or without its position', heads, [])
    .option('--heads <file>', 'every head of an audit-heads.txt, as of a backup')
    .option('--json', 'print one JSON object')
    .action(verifyAudit);

/** Walks the chain and tells how fast: without the start of anything, and without chaining what waits. */
async function timed(
  audit: Audit,
  noted: readonly Noted[],
): Promise<{ readonly report: ChainReport; readonly perSecond: number }> {
  await audit.seal();
  const begun = performance.now();
  const report = await audit.verify(noted);
  const seconds = Math.max((performance.now() - begun) / 1_000, 0.001);
  return { report, perSecond: Math.round(report.entries / seconds) };
}

async function verifyAudit({ anchor, head, heads: file, json, ...home }: VerifyOptions): Promise<void> {
  const noted = file === undefined ? [] : await headsOf(file);
  const { report, perSecond } = await withLotse(settingsOf(home), { need: 'database' }, ({ audit }) =>
    timed(audit, [...anchor, ...head, ...noted]),
  );
  if (json === true)
    await printJson(
      report.ok
        ? {
            ok: true,
            entries: report.entries,
            perSecond,
            head: report.head.hash.toString('hex'),
            begins: report.begins,
          }
        : { ...report, perSecond },
    );
  else if (report.ok)
    await printLine(
      `${report.entries} entries, the chain is whole (${perSecond} entries/s)${report.begins === 1 ? '' : `; it begins at ${report.begins}: what is older was kept for its period`}`,
    );
  else await printLine(`entry ${report.position}: ${FAULTS[report.fault]} [${report.fault}]`);
  if (!report.ok) process.exitCode = EXIT.faults;
}
