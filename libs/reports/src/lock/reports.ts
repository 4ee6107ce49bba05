import { type Day, dayInBerlin, type Instant, isDay, type SheetScope } from '@lotse/domain';
import { recorded, type Asker, type RecordingParts } from '../asker';
import type { FigureProblem, Sight } from '../figures/figure-query';
import type { Moment } from '../ports/figure-store.port';
import type { ProgrammeReader } from '../ports/programme-reader.port';
import type { ReportRow, ReportState, ReportStore, Signature } from '../ports/report-store.port';
import { composeReport, countedKinds, type ComposeParts } from './compose-report';
import { canonical, hashOf, type ReportContent } from './report-content';

export interface ReportsParts extends ComposeParts, RecordingParts {
  readonly programmes: ProgrammeReader;
  readonly reports: ReportStore;
  /** Unguessable, in hex. */
  readonly newSalt: () => string;
}

/** What is proposed to be locked. `knownAt` is now unless given, `asOf` today. */
export interface ReportProposal {
  readonly id: string;
  readonly programme?: string;
  readonly asOf?: Day;
  readonly knownAt?: string;
  readonly from?: Day;
}

export interface ReportSummary {
  readonly id: string;
  readonly programme: string;
  readonly asOf: Day;
  readonly knownAt: Instant;
  readonly state: ReportState;
  readonly sha256: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly signatures: readonly Signature[];
}

/** A report as it was signed. Without access to persons `inner` is only its hash, with which `sha256` can still be checked. */
export type Report = ReportSummary & {
  readonly content: ReportContent | (Omit<ReportContent, 'inner'> & { readonly inner: string });
};

/** What counting everything anew says of a report. */
export interface ReportProof {
  readonly id: string;
  readonly state: ReportState;
  /** The stored content still has the hash that was signed. */
  readonly intact: boolean;
  /** Counting anew from the facts gives the same. */
  readonly reproduced: boolean;
  readonly sha256: string;
  readonly counted: string;
  /** Figures and lists that come out otherwise. */
  readonly differs: readonly string[];
}

export interface ReportRefusal {
  readonly result: 'refused';
  readonly code:
    | Exclude<FigureProblem['code'], 'indicator-unknown' | 'split-unknown' | 'split-not-open'>
    | 'report-id-taken'
    | 'report-closed'
    | 'report-second-person'
    | 'report-differs'
    | 'report-in-future';
  readonly message: string;
}

export type ReportAnswer =
  | {
      readonly result: 'proposed' | 'repeated' | 'signed' | 'withdrawn';
      readonly report: ReportSummary;
      readonly missing: number;
    }
  | ReportRefusal;

/** Two people, whoever proposed it. */
const SIGNERS = 2;

const refuse = (code: ReportRefusal['code'], message: string): ReportRefusal => ({
  result: 'refused',
  code,
  message,
});
const contentOf = ({ content }: Pick<ReportRow, 'content'>): ReportContent =>
  JSON.parse(content) as ReportContent;
const summaryOf = ({ content: _content, kinds: _kinds, ...summary }: ReportRow): ReportSummary => summary;
const missing = ({ state, signatures }: ReportRow): number =>
  state === 'proposed' ? Math.max(0, SIGNERS - signatures.length) : 0;
const unknown = (id: string): ReportRefusal => refuse('report-unknown', `There is no report ${id}.`);

/** Reports of a programme: proposed, signed by two people, then locked for ever. */
export class Reports {
  constructor(private readonly parts: ReportsParts) {}

  /** Counts and freezes; idempotent by the id for the same moment. Nothing is locked before two people have signed. */
  async propose(proposal: ReportProposal, by: Asker): Promise<ReportAnswer> {
    const { programmes, reports, clock, newSalt } = this.parts;
    const { id, from } = proposal;
    if (from !== undefined && !isDay(from))
      return refuse('period-invalid', 'from must be a day that exists, written YYYY-MM-DD.');
    const scope = await programmes.resolve(proposal);
    if (!scope.ok) return refuse(scope.problem.code, scope.problem.message);
    const { programme, asOf, knownAt } = scope.value;
    const now = clock.now().toISOString();
    if (knownAt > now || asOf > dayInBerlin(clock.now()))
      return refuse(
        'report-in-future',
        `A report of ${asOf}, known ${knownAt}, cannot be counted before then.`,
      );
    const known = await reports.find(id);
    if (known !== undefined) return this.repeated(known, proposal, programme);
    const moment: Moment = { asOf, knownAt, ...(from === undefined ? {} : { from }) };
    const previous = await this.previousOf(programme, moment);
    const content = await composeReport(this.parts, programme, moment, {
      salt: newSalt(),
      ...(previous === undefined ? {} : { previous }),
    });
    const row: ReportRow = {
      id,
      programme,
      asOf,
      knownAt,
      state: 'proposed',
      content: canonical(content),
      sha256: hashOf(content).sha256,
      kinds: countedKinds(),
      proposedBy: by.id,
      proposedAt: now,
      signatures: [],
    };
    if (await reports.add(row)) return { result: 'proposed', report: summaryOf(row), missing: missing(row) };
    return refuse('report-id-taken', `The id ${id} is that of another report: choose a new one.`);
  }

  /** One of two signatures; the second one locks it. Refused where counting anew gives something else than what was proposed. */
  async sign(id: string, by: Asker): Promise<ReportAnswer> {
    const { reports, clock } = this.parts;
    const proof = await this.verify(id);
    if (proof === undefined) return unknown(id);
    if (!proof.intact || !proof.reproduced)
      return refuse(
        'report-differs',
        `${id} comes out otherwise by now (${proof.differs.join(', ')}): withdraw it and propose it anew.`,
      );
    let refusal: ReportRefusal | undefined;
    const changed = await reports.change(id, (row) => {
      if (row.signatures.some(({ account }) => account === by.id)) {
        if (row.state === 'proposed')
          refusal = refuse(
            'report-second-person',
            `You have signed ${id} already: another person has to sign too.`,
          );
        return undefined;
      }
      if (row.state !== 'proposed')
        refusal = refuse('report-closed', `${id} is ${row.state}: nothing of it changes any more.`);
      if (refusal !== undefined) return undefined;
      const signatures = [...row.signatures, { account: by.id, at: clock.now().toISOString() }];
      return { signatures, state: signatures.length < SIGNERS ? 'proposed' : 'signed' };
    });
    if (refusal !== undefined) return refusal;
    if (changed === undefined) return unknown(id);
    await this.record('report.sign', changed, by);
    return { result: 'signed', report: summaryOf(changed), missing: missing(changed) };
  }

  /** Takes a proposal back; a signed report stays. */
  async withdraw(id: string, by: Asker): Promise<ReportAnswer> {
    let refusal: ReportRefusal | undefined;
    const changed = await this.parts.reports.change(id, (row) => {
      if (row.state === 'withdrawn') return undefined;
      if (row.state === 'signed')
        refusal = refuse('report-closed', `${id} is signed: what is corrected stands in the next report.`);
      return refusal === undefined ? { state: 'withdrawn', signatures: row.signatures } : undefined;
    });
    if (refusal !== undefined) return refusal;
    if (changed === undefined) return unknown(id);
    await this.record('report.withdraw', changed, by);
    return { result: 'withdrawn', report: summaryOf(changed), missing: 0 };
  }

  /** Youngest first. */
  async list(programme: string): Promise<readonly ReportSummary[]> {
    return (await this.parts.reports.list(programme)).map(summaryOf);
  }

  /** The report that a moment was locked by, if any: of that day with that knowledge and no other. */
  async lockOf({ programme, asOf, knownAt }: SheetScope): Promise<{
    readonly state: ReportState | 'none';
    readonly report?: string;
    readonly sha256?: string;
  }> {
    const same = (await this.parts.reports.list(programme)).filter(
      (row) => row.asOf === asOf && row.knownAt === knownAt && row.state !== 'withdrawn',
    );
    const found = same.find(({ state }) => state === 'signed') ?? same[0];
    return found === undefined
      ? { state: 'none' }
      : { state: found.state, report: found.id, sha256: found.sha256 };
  }

  /** As it was signed, for ever. */
  async find(id: string, sight: Sight): Promise<Report | undefined> {
    const row = await this.parts.reports.find(id);
    if (row === undefined) return undefined;
    const content = contentOf(row);
    return {
      ...summaryOf(row),
      content: sight === 'persons' ? content : { ...content, inner: hashOf(content).inner },
    };
  }

  /** Proves a report: by its hash, and by counting everything anew from the facts. */
  async verify(id: string): Promise<ReportProof | undefined> {
    const row = await this.parts.reports.find(id);
    if (row === undefined) return undefined;
    const stored = contentOf(row);
    const { asOf, knownAt, from } = stored;
    const before = stored.previous === undefined ? undefined : await this.parts.reports.find(stored.previous);
    const counted = await composeReport(
      this.parts,
      row.programme,
      { asOf, knownAt, ...(from === undefined ? {} : { from }) },
      {
        salt: stored.inner.salt,
        ...(before === undefined ? {} : { previous: { ...contentOf(before), id: before.id } }),
      },
    );
    const { sha256 } = hashOf(counted);
    return {
      id,
      state: row.state,
      intact: hashOf(stored).sha256 === row.sha256,
      reproduced: sha256 === row.sha256,
      sha256: row.sha256,
      counted: sha256,
      differs: differing(stored, counted),
    };
  }

  private record(action: string, { id, programme, state }: ReportRow, by: Asker): Promise<void> {
    return recorded(this.parts, by, { action, programme, subjects: [`report/${id}`], code: state });
  }

  private async previousOf(
    programme: string,
    { knownAt, asOf }: Moment,
  ): Promise<(ReportContent & { readonly id: string }) | undefined> {
    const signed = (await this.parts.reports.list(programme)).filter(
      (row) => row.state === 'signed' && row.knownAt <= knownAt && row.asOf <= asOf,
    );
    const [last] = signed.sort((a, b) => (a.knownAt < b.knownAt ? 1 : -1));
    return last === undefined ? undefined : { ...contentOf(last), id: last.id };
  }

  private repeated(row: ReportRow, { asOf, knownAt, from }: ReportProposal, programme: string): ReportAnswer {
    const same =
      row.programme === programme &&
      (asOf === undefined || asOf === row.asOf) &&
      (knownAt === undefined || row.knownAt.startsWith(knownAt.slice(0, 10))) &&
      contentOf(row).from === from;
    return same
      ? { result: 'repeated', report: summaryOf(row), missing: missing(row) }
      : refuse('report-id-taken', `The id ${row.id} is that of another report: choose a new one.`);
  }
}

/** Keys of figures, lists and adjustments that differ. */
function differing(stored: ReportContent, counted: ReportContent): string[] {
  const partsOf = ({ published, inner }: ReportContent): Map<string, string> =>
    new Map([
      ...[...published.figures, ...inner.figures].map((figure): [string, string] => [
        figure.indicator,
        canonical(figure),
      ]),
      ...inner.lists.map((list): [string, string] => [`${list.indicator} units`, canonical(list)]),
      ...inner.adjustments.map((line): [string, string] => [`${line.indicator} adjustment`, canonical(line)]),
    ]);
  const [was, is] = [partsOf(stored), partsOf(counted)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key));
}
