import { createHash } from 'node:crypto';

/** One link as stored; `hash` covers the entry and, through the hash before it, everything earlier. */
export interface AuditLink {
  /** From 1, without a gap. */
  readonly position: number;
  readonly entry: string;
  readonly hash: Buffer;
}

/** A hash that was noted elsewhere, as by mail: the chain still has to run through it. */
export interface Anchor {
  readonly position: number;
  readonly hash: Buffer;
}

/** What was noted, of whatever place where it was not. */
export type Noted = Pick<Anchor, 'hash'> & Partial<Pick<Anchor, 'position'>>;

export type ChainFault =
  'gap' | 'hash-differs' | 'entry-unreadable' | 'anchor-missed' | 'cut-off' | 'head-missed';

export type ChainReport =
  | {
      readonly ok: true;
      /** Looked at. */
      readonly entries: number;
      readonly head: Anchor;
      /** Position of the first one: more than 1 where older ones were cut off by retention. */
      readonly begins: number;
    }
  | { readonly ok: false; readonly entries: number; readonly fault: ChainFault; readonly position: number };

/** What the first entry follows. */
export const GENESIS: Buffer = Buffer.alloc(32);

/** SHA-256 over the previous hash and the entry's canonical text. */
export const chainHash = (previous: Buffer, entry: string): Buffer =>
  createHash('sha256').update(previous).update(entry, 'utf8').digest();

const isObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

/** What the first entry of all follows. */
const START: Anchor = { position: 0, hash: GENESIS };

/**
 * Walks the chain from its first link and stops at the first fault. A cut at the end shows only against an anchor: `anchors` are
 * hashes that were noted elsewhere, in any order. Those of a part that retention has cut off say nothing any more.
 * @param pages links in order of their positions: one wait for each page, since a wait for each link costs more than its hash
 * @param start the last link that was cut off
 */
export async function verifyChain(
  pages: AsyncIterable<readonly AuditLink[]>,
  anchors: readonly Noted[] = [],
  start: Anchor = START,
): Promise<ChainReport> {
  let head = start;
  const waiting = anchors
    .flatMap(({ position, hash }) =>
      position === undefined || position <= start.position ? [] : [{ position, hash }],
    )
    .sort((a, b) => a.position - b.position);
  const sought = new Set(
    anchors.flatMap(({ position, hash }) => (position === undefined ? [hash.toString('hex')] : [])),
  );
  const fault = (code: ChainFault, position: number): ChainReport => ({
    ok: false,
    entries: head.position - start.position,
    fault: code,
    position,
  });
  function faultOf({ position, entry, hash }: AuditLink): ChainReport | undefined {
    if (position !== head.position + 1) return fault('gap', head.position + 1);
    if (!chainHash(head.hash, entry).equals(hash)) return fault('hash-differs', position);
    if (!isObject(entry)) return fault('entry-unreadable', position);
    head = { position, hash };
    if (sought.size > 0) sought.delete(hash.toString('hex'));
    while (waiting[0]?.position === position) {
      if (!waiting[0].hash.equals(hash)) return fault('anchor-missed', position);
      waiting.shift();
    }
    return undefined;
  }
  for await (const page of pages)
    for (const link of page) {
      const found = faultOf(link);
      if (found !== undefined) return found;
    }
  const [missed] = waiting;
  if (missed !== undefined) return fault('cut-off', missed.position);
  if (sought.size > 0) return fault('head-missed', head.position);
  return { ok: true, entries: head.position - start.position, head, begins: start.position + 1 };
}
