import {
  addDays,
  clocks,
  isJsonObject,
  stageOf,
  textOf,
  waitingOn,
  type Command,
  type Context,
  type Fact,
  type JourneyState,
  type JsonObject,
} from '@lotse/domain';
import { workingDaysOf } from '../../../libs/journeys/src/calendar/working-days';
import { isOpen } from '../../../libs/journeys/src/read/is-open';
import { dayIn, endOfDay } from '../../../libs/journeys/src/zone';
import { RandomWorld, type Act } from '../../domain/random-journeys';
import { dataInYear, YEAR } from './random-year';

const ZONE = 'Europe/Berlin';
const CALENDAR = 'DE-SN';

/** The records that every journey of the year rests on, as lines of an import. */
export const RECORDS: readonly JsonObject[] = [
  {
    type: 'programme',
    id: 'prog-1',
    name: 'Glass',
    template: 'de-uni-internship-hire@1',
    from: '2024-01-01',
    to: `${YEAR}-12-31`,
    partnerCountries: ['KG'],
    calendar: CALENDAR,
  },
  ...[1, 2].flatMap((n) => [
    { type: 'organisation', id: `uni-${n}`, kind: 'university', name: `Университет ${n}`, country: 'KG' },
    {
      type: 'organisation',
      id: `company-${n}`,
      kind: 'company',
      name: `Glaswerk ${n}`,
      sites: ['Oschatz', 'Torgau'],
    },
    {
      type: 'agreement',
      id: `agr-${n}`,
      programme: 'prog-1',
      organisation: `uni-${n}`,
      kind: 'cooperation',
      from: '2024-01-01',
      to: '2032-12-31',
    },
  ]),
];

const personOf = (journey: string): string => `p-${journey}`;
export const personLine = (journey: string): JsonObject => ({
  type: 'person',
  id: personOf(journey),
  givenName: 'Айбек',
  familyName: 'Осмонов',
  bornOn: '2000-02-29',
  gender: 'male',
  nationality: 'KG',
});

/** What a workflow should be waiting with. */
export interface Expected {
  readonly version: number;
  readonly stage: string;
  readonly clocks: readonly { readonly code: string; readonly dueOn: string; readonly at: string }[];
}

/** The model: one journey in memory by the pure functions alone, with its own day and its own firing of clocks. */
export class YearWorld extends RandomWorld {
  private at: Date;

  constructor(
    readonly journey: string,
    now: Date,
  ) {
    super();
    this.at = now;
    this.isWorkingDay = workingDaysOf(CALENDAR);
    this.records.clear();
    for (const { type, ...body } of [...RECORDS, personLine(journey)]) this.record(textOf(type), body);
    this.clockIs(now);
  }

  /** The moment at which whatever comes next is done. */
  clockIs(now: Date): void {
    this.at = now;
    this.today = dayIn(ZONE, now);
  }

  get state1(): JourneyState {
    return this.state(this.journey);
  }
  get facts1(): readonly Fact[] {
    return this.facts.get(this.journey) ?? [];
  }
  /** People still move it on. */
  get isOpen(): boolean {
    const state = this.state1;
    return state.version > 0 && isOpen(this.templateOf(state), state.status.code, state.stage.code);
  }
  /** Its workflow runs: what somebody owes by law is waited for after a close too. */
  get isDriven(): boolean {
    return this.isOpen || this.waits().length > 0;
  }

  override context(command: Command): Context {
    const context = super.context(command);
    const instant = this.at.toISOString();
    const isSystem = command.command === 'fire-clock';
    const stamp = {
      recordedAt: instant,
      insertedAt: instant,
      insertedOn: this.today,
      submittedBy: isSystem ? 'system' : 'coordinator-1',
      imported: false,
    };
    return { ...context, stamp };
  }

  /** As the random world has it, in the year of this one and not later than its day. */
  override commandOf(action: Act, index: number): Command | undefined {
    const command = super.commandOf(action, index);
    if (command === undefined) return undefined;
    const id = `${this.journey}.${index}`;
    const { what, day } = action;
    if (what === 'correct') {
      const { data } = command.data;
      const changed = isJsonObject(data) ? { data: dataInYear(data) } : {};
      return { ...command, id, happenedOn: this.today, data: { ...command.data, ...changed } };
    }
    const data = dataInYear(command.data);
    const happenedOn =
      what === 'other' ? addDays(this.today, -(day % 12)) : textOf(dataInYear({ on: command.happenedOn }).on);
    return { ...command, id, happenedOn, data };
  }

  /** The clocks that the workflow should be waiting for, in order. */
  waits(): Expected['clocks'] {
    const state = this.state1;
    if (state.version === 0) return [];
    return clocks(state, this.templateOf(state), this.isWorkingDay).map(({ code, dueOn }) => ({
      code,
      dueOn,
      at: endOfDay(ZONE, dueOn),
    }));
  }

  expected(): Expected {
    const { version, stage } = this.state1;
    return { version, stage: stage.code, clocks: this.waits() };
  }

  phase(): string {
    return stageOf(this.templateOf(this.state1), this.state1.stage.code).phase;
  }

  /** Whom the next step waits for, seen on a day; nobody after a close. */
  waitsFor(day: string): string | undefined {
    if (!this.isOpen) return undefined;
    const asked = {
      id: '',
      journey: this.journey,
      command: 'hold',
      happenedOn: day,
      by: { role: 'coordinator' },
      data: {},
    } as const;
    return waitingOn(this.state1, { ...this.context(asked), today: day });
  }

  /** Fires what comes due from one moment to another, as a workflow that sleeps from clock to clock does. */
  pass(from: Date, to: Date): void {
    let now = from;
    for (;;) {
      const [next] = this.waits();
      if (next === undefined || Date.parse(next.at) > to.getTime()) break;
      now = new Date(Math.max(now.getTime(), Date.parse(next.at)));
      this.clockIs(now);
      const before = this.state1.version;
      for (const { code, dueOn, at } of this.waits())
        if (Date.parse(at) <= now.getTime()) this.fire(code, dueOn);
      if (this.state1.version === before) break;
    }
    this.clockIs(to);
  }

  private fire(code: string, dueOn: string): void {
    const state = this.state1;
    const clock = clocks(state, this.templateOf(state), this.isWorkingDay).find(
      (open) => open.code === code && open.dueOn === dueOn,
    );
    if (clock === undefined) return;
    this.submit({
      id: `clock.${this.journey}.${code}.${dueOn}`,
      journey: this.journey,
      command: 'fire-clock',
      happenedOn: this.today,
      by: { role: 'system' },
      data: { clock: code, dueOn, effect: clock.effect },
    });
  }
}
