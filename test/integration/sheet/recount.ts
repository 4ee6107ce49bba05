import { addFractions, atMostOne, fraction, fractionText, shareOfMonth, type Fraction } from '@lotse/domain';
import type { FactRow, RecordRow, Rows } from './rows';

/**
 * The figures counted again in memory, straight from the pseudo code of domain.md §4.1 and sharing nothing with the SQL:
 * plain loops over all facts, no joins, no windows.
 */

type Counted = Readonly<Record<string, number | string | readonly string[]>>;
type Kinds = readonly string[];

const distinct = (values: readonly string[]): string[] => [...new Set(values)].toSorted();
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const instant = (at: string): number => Date.parse(at);

/** F(D,K) in order. */
function factsOf({ facts }: Rows, programme: string, day: string, known: string): FactRow[] {
  const recorded = facts.filter((fact) => instant(fact.recordedAt) <= instant(known));
  const isVoid = (journey: string): boolean =>
    recorded.some((fact) => fact.journey === journey && fact.kind === 'void');
  const isSuperseded = ({ journey, version }: FactRow): boolean =>
    recorded.some((other) => other.journey === journey && other.supersedes === version);
  return recorded
    .filter((fact) => fact.programme === programme && fact.happenedOn <= day)
    .filter((fact) => !fact.struck && !isVoid(fact.journey) && !isSuperseded(fact))
    .toSorted(
      (a, b) =>
        a.happenedOn.localeCompare(b.happenedOn) || a.seq - b.seq || a.journey.localeCompare(b.journey),
    );
}

/** V(D,K), in the order in which the lines were first accepted. */
function linesOf({ records }: Rows, known: string): RecordRow[] {
  const recorded = records.filter((record) => instant(record.recordedAt) <= instant(known));
  const acceptance = ({ type, id }: RecordRow): number =>
    records.findIndex((record) => record.type === type && record.id === id);
  return recorded
    .filter(
      ({ type, id, version }) =>
        !recorded.some((other) => other.type === type && other.id === id && other.version > version),
    )
    .toSorted((a, b) => acceptance(a) - acceptance(b));
}

class Recount {
  constructor(
    private readonly facts: readonly FactRow[],
    private readonly lines: readonly RecordRow[],
    private readonly day: string,
  ) {}

  private of(...kinds: Kinds): readonly FactRow[] {
    return this.facts.filter(({ kind }) => kinds.includes(kind));
  }

  private about(field: 'placement' | 'contract', fact: FactRow, ...kinds: Kinds): readonly FactRow[] {
    return this.of(...kinds).filter(
      (other) => other.journey === fact.journey && other.data[field] === fact.data[field],
    );
  }

  /** Facts of the journey after the given one, in the order of F. */
  private withdrawalsAfter(fact: FactRow): readonly FactRow[] {
    return this.of('withdraw').filter(
      (other) => other.journey === fact.journey && this.facts.indexOf(other) > this.facts.indexOf(fact),
    );
  }

  private isBefore(fact: FactRow, other: FactRow): boolean {
    return this.facts.indexOf(fact) < this.facts.indexOf(other);
  }

  private lastPerPerson(...kinds: Kinds): readonly FactRow[] {
    return [...new Map(this.of(...kinds).map((fact) => [fact.person, fact])).values()];
  }

  get students(): string[] {
    const last = this.lastPerPerson('decide-selection');
    return distinct(last.filter(({ data }) => data.outcome === 'selected').map(({ person }) => person));
  }

  get commitmentsSigned(): string[] {
    const last = this.lastPerPerson('sign-commitment', 'withdraw-commitment', 'withdraw');
    return distinct(last.filter(({ kind }) => kind === 'sign-commitment').map(({ person }) => person));
  }

  get contractsPrepared(): string[] {
    const standing = this.of('prepare-contract').filter((prepared) => {
      if (this.about('contract', prepared, 'retract-contract', 'decline-contract').length > 0) return false;
      const signatures = this.about('contract', prepared, 'sign-contract');
      return !this.withdrawalsAfter(prepared).some((withdrawal) => {
        const before = signatures.filter((signature) => this.isBefore(signature, withdrawal));
        return distinct(before.map(({ data }) => text(data.party))).length < 2;
      });
    });
    return distinct(standing.map(({ person }) => person));
  }

  get recommended(): string[] {
    const last = new Map(this.of('recommend').map((fact) => [text(fact.data.placement), fact]));
    return distinct(
      [...last.values()].filter(({ data }) => data.recommended === true).map(({ person }) => person),
    );
  }

  private get placements(): readonly FactRow[] {
    return this.of('reserve-placement').filter((placement) => {
      if (this.about('placement', placement, 'agree-placement').length === 0) return false;
      if (this.about('placement', placement, 'cancel-placement').length > 0) return false;
      const underWay = this.about('placement', placement, 'start-internship', 'end-placement');
      return this.withdrawalsAfter(placement).every((withdrawal) =>
        underWay.some((fact) => this.isBefore(fact, withdrawal)),
      );
    });
  }

  get companies(): string[] {
    return distinct(this.placements.map(({ data }) => text(data.company)));
  }

  get sites(): number {
    return distinct(this.placements.map(({ data }) => text(data.site))).length;
  }

  get workMonths(): string {
    const last = new Map<string, FactRow>();
    for (const fact of this.of('confirm-month', 'contest-month'))
      last.set([fact.journey, text(fact.data.placement), text(fact.data.month)].join(' '), fact);
    const months = new Map<string, Fraction>();
    for (const { kind, person, data } of last.values()) {
      if (kind !== 'confirm-month') continue;
      const key = `${person} ${text(data.month)}`;
      const share = shareOfMonth(number(data.workedDays), number(data.plannedDays));
      months.set(key, addFractions(months.get(key) ?? fraction(0n), share));
    }
    return fractionText([...months.values()].map(atMostOne).reduce(addFractions, fraction(0n)));
  }

  private line(type: string): readonly Readonly<Record<string, unknown>>[] {
    return this.lines.filter((line) => line.type === type).map(({ body }) => body);
  }

  private kindOf(organisation: string): string {
    return text(this.lines.find(({ type, id }) => type === 'organisation' && id === organisation)?.body.kind);
  }

  inForce(kind: string): number {
    const standing = this.line('agreement').filter(
      ({ from, to }) => text(from) <= this.day && this.day <= text(to),
    );
    return distinct(
      standing.map(({ organisation }) => text(organisation)).filter((id) => this.kindOf(id) === kind),
    ).length;
  }

  get regionalPartnerships(): number {
    return this.line('partnership').filter(
      ({ from, to }) => text(from) <= this.day && (to === undefined || this.day <= text(to)),
    ).length;
  }

  /** Organisations whose last line of a type on or before the day says so. */
  private lastSays(type: 'intention' | 'engagement', field: string, value: string): string[] {
    const upToDay = this.line(type).filter(({ on }) => text(on) <= this.day);
    const ordered = upToDay.toSorted((a, b) => text(a.on).localeCompare(text(b.on)));
    const last = new Map(ordered.map((body) => [text(body.organisation), body]));
    return distinct([...last].filter(([, body]) => body[field] === value).map(([id]) => id));
  }

  get companiesIntendingTakeover(): number {
    return this.lastSays('intention', 'intends', 'takeover').filter((id) => this.companies.includes(id))
      .length;
  }

  engaged(status: string): number {
    return this.lastSays('engagement', 'status', status).filter(
      (id) => this.kindOf(id) === 'company' && !this.companies.includes(id),
    ).length;
  }

  private get tripDays(): readonly (readonly Readonly<Record<string, unknown>>[])[] {
    return this.line('trip').map(({ days }) => days as readonly Readonly<Record<string, unknown>>[]);
  }

  get delegationTrips(): number {
    return this.tripDays.filter((days) => days.every(({ date }) => text(date) <= this.day)).length;
  }

  get workingDaysAbroad(): number {
    const [programme] = this.line('programme');
    const partners = programme?.partnerCountries as readonly unknown[];
    const worked = this.tripDays
      .flat()
      .filter(
        ({ kind, country, delegates }) =>
          kind === 'work' && partners.includes(country) && (delegates as unknown[]).length > 0,
      );
    return distinct(worked.map(({ date }) => text(date)).filter((date) => date <= this.day)).length;
  }

  interviews(kind: string): number {
    const held = this.line('interview').filter(
      ({ on, respondentKind }) => text(on) <= this.day && respondentKind === kind,
    );
    return distinct(held.map(({ respondent, round }) => `${text(respondent)} ${text(round)}`)).length;
  }
}

/** The figures as the sheet names them. */
export function recount(rows: Rows, programme: string, day: string, known: string): Counted {
  const counted = new Recount(factsOf(rows, programme, day, known), linesOf(rows, known), day);
  const { recommended, contractsPrepared } = counted;
  const both = recommended.filter((person) => contractsPrepared.includes(person));
  return {
    students: counted.students,
    companies: counted.companies,
    commitmentsSigned: counted.commitmentsSigned,
    contractsPrepared,
    recommended,
    recommendedAndContractPrepared: both,
    sites: counted.sites,
    workMonths: counted.workMonths,
    universities: counted.inForce('university'),
    institutes: counted.inForce('institute'),
    trainingCampuses: counted.inForce('training-campus'),
    regionalPartnerships: counted.regionalPartnerships,
    companiesIntendingTakeover: counted.companiesIntendingTakeover,
    companiesCommitted: counted.engaged('committed'),
    companiesInterested: counted.engaged('interested'),
    delegationTrips: counted.delegationTrips,
    workingDaysAbroad: counted.workingDaysAbroad,
    interviewsCompany: counted.interviews('company'),
    interviewsStudent: counted.interviews('student'),
    interviewsUniversity: counted.interviews('university'),
  };
}
