import { createHash } from 'node:crypto';
import type { Day, Instant } from '@lotse/domain';
import canonicalize from 'canonicalize';
import type { UnitDifference } from '../compare/compare';
import type { DaysLine } from '../figures/figure-line';

/** One figure as it was locked. */
export interface FrozenFigure {
  readonly indicator: string;
  readonly version: number;
  readonly value: string | null;
  readonly days?: DaysLine;
}

/** The units behind a locked figure, by their hash: salted, so that nobody finds them by guessing ids. */
export interface FrozenList {
  readonly indicator: string;
  readonly units: number;
  readonly sha256: string;
}

/** What a report before said of the same day, and what is known of that day now. */
export interface Adjustment {
  readonly report: string;
  readonly indicator: string;
  readonly before: string;
  readonly after: string;
}
export interface ExplainedAdjustment extends Adjustment {
  readonly units: readonly UnitDifference[];
}

/** Everything of a report that is signed. `published` may be read by funders whole, `inner` by those who may see persons. */
export interface ReportContent {
  readonly programme: string;
  readonly asOf: Day;
  readonly knownAt: Instant;
  readonly from?: Day;
  /** The last signed report before, whose later corrections stand here as adjustments. */
  readonly previous?: string;
  readonly published: {
    readonly figures: readonly FrozenFigure[];
    readonly adjustments: readonly Adjustment[];
  };
  readonly inner: {
    readonly salt: string;
    readonly figures: readonly FrozenFigure[];
    readonly lists: readonly FrozenList[];
    readonly adjustments: readonly ExplainedAdjustment[];
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Canonical JSON (RFC 8785): the same content always gives the same text. @throws Error for what is no JSON */
export function canonical(content: object): string {
  const text = canonicalize(content);
  if (text === undefined) throw new Error('The content of a report is no JSON');
  return text;
}

/** SHA-256 over the open part and the hash of the inner part: whoever may read the open part alone can still check it. */
export function hashOf({ inner, ...open }: ReportContent): {
  readonly sha256: string;
  readonly inner: string;
} {
  const hidden = sha256(canonical(inner));
  return { sha256: sha256(canonical({ ...open, inner: hidden })), inner: hidden };
}

/** Hashes units one by one, so that a list of any length fits. */
export class ListHash {
  readonly #hash = createHash('sha256');
  #units = 0;

  constructor(salt: string) {
    this.#hash.update(salt);
  }

  add(unit: object): void {
    this.#hash.update(`\n${canonical(unit)}`);
    this.#units += 1;
  }

  frozen(indicator: string): FrozenList {
    return { indicator, units: this.#units, sha256: this.#hash.digest('hex') };
  }
}
