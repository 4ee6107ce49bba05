import type { FactRow, RecordRow, Rows } from './rows';

type Data = Readonly<Record<string, unknown>>;
interface Options {
  /** When it became known; the builder's `recordedAt` where not given. */
  readonly recordedAt?: string;
}

const TRIP_DAY = { country: 'KG', kind: 'work', place: 'Bishkek', delegates: ['carrier:1'] };

/**
 * Writes facts and lines straight into rows, without the rules of commands: so a test can say exactly what is on record.
 * Facts of one journey are numbered in the order in which they are told.
 */
export class RecordBuilder {
  #facts: FactRow[] = [];
  #records: RecordRow[] = [];
  #commands = 0;

  constructor(
    readonly programme = 'prog',
    readonly recordedAt = '2025-01-01T08:00:00Z',
  ) {
    this.line('programme', programme, { from: '2024-01-01', to: '2024-12-31', partnerCountries: ['KG'] });
  }

  /** A journey `j-<person>` of one person; more journeys of that person by another id. */
  journey(person: string, id = `j-${person}`): JourneyBuilder {
    return new JourneyBuilder(this, person, id);
  }

  /** A new version when the line stands there already. */
  line(type: string, id: string, body: Data, { recordedAt = this.recordedAt }: Options = {}): this {
    const version = this.#records.filter((record) => record.type === type && record.id === id).length + 1;
    const owner = type === 'programme' || type === 'organisation' ? {} : { programme: this.programme };
    this.#records.push({ type, id, version, recordedAt, body: { type, id, ...owner, ...body } });
    return this;
  }

  organisation(id: string, kind: string): this {
    return this.line('organisation', id, { kind, name: id });
  }

  trip(id: string, dates: readonly string[], day: Data = {}): this {
    return this.line('trip', id, {
      direction: 'DE-KG',
      delegates: ['carrier:1'],
      days: dates.map((date) => ({ ...TRIP_DAY, date, ...day })),
    });
  }

  fact(
    fact: Omit<FactRow, 'version' | 'seq' | 'programme' | 'command' | 'recordedAt' | 'struck'> &
      Partial<FactRow>,
  ): FactRow {
    const version = this.#facts.filter(({ journey }) => journey === fact.journey).length + 1;
    const { programme, recordedAt } = this;
    this.#commands += 1;
    const row = {
      seq: version,
      struck: false,
      programme,
      recordedAt,
      command: `c${this.#commands}`,
      ...fact,
      version,
    };
    this.#facts.push(row);
    return row;
  }

  find(command: string): FactRow {
    const found = this.#facts.find((fact) => fact.command === command);
    if (found === undefined) throw new Error(`The test names an unknown command ${command}`);
    return found;
  }

  get rows(): Rows {
    return { facts: this.#facts, records: this.#records };
  }
}

/** Tells the facts of one journey in the order of acceptance. */
export class JourneyBuilder {
  constructor(
    private readonly record: RecordBuilder,
    private readonly person: string,
    private readonly id: string,
  ) {}

  on(happenedOn: string, kind: string, data: Data = {}, options: Options = {}): this {
    this.record.fact({ journey: this.id, person: this.person, kind, happenedOn, data, ...options });
    return this;
  }

  /** Reserves and agrees a placement at a company on a day. */
  placed(on: string, placement: string, company: string, site = `site of ${company}`): this {
    return this.on(on, 'reserve-placement', { placement, company, site }).on(on, 'agree-placement', {
      placement,
    });
  }

  /** One confirmed month; happens on the month's 28th unless said. */
  worked(
    placement: string,
    month: string,
    [workedDays, plannedDays]: readonly [number, number],
    on = `${month}-28`,
  ): this {
    return this.on(on, 'confirm-month', { placement, month, workedDays, plannedDays });
  }

  /** Corrects the last valid fact of a kind: other data, another day, or struck. */
  correct(
    kind: string,
    {
      happenedOn,
      data,
      struck = false,
      recordedAt,
    }: { happenedOn?: string; data?: Data; struck?: boolean } & Options,
  ): this {
    const old = this.record.rows.facts.findLast((fact) => fact.journey === this.id && fact.kind === kind);
    if (old === undefined) throw new Error(`The test corrects an unknown ${kind}`);
    this.record.fact({
      journey: this.id,
      person: this.person,
      kind,
      seq: old.seq,
      happenedOn: happenedOn ?? old.happenedOn,
      data: { ...old.data, ...data },
      supersedes: old.version,
      struck,
      ...(recordedAt === undefined ? {} : { recordedAt }),
    });
    return this;
  }
}
