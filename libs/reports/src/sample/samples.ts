import { type Day, dayInBerlin, isDay } from '@lotse/domain';
import { recorded, type Asker, type RecordingParts } from '../asker';
import { proved, type EvidenceParts, type ProvedUnit } from '../figures/evidence';
import type { Moment } from '../ports/figure-store.port';
import type { ReportStore } from '../ports/report-store.port';
import type { RowKeys } from '../ports/row-keys.port';
import type { AuditRoom, SampleRow, SampleStore, SampleUnit } from '../ports/sample-store.port';
import { draw } from './draw';
import { codeOf, orderRefusal, stepOf, type Note } from './note';
import { refuse, type SampleRefusal } from './sample-refusal';
import { sealedWords, withWords } from './sample-words';

export interface SamplesParts extends EvidenceParts, RecordingParts {
  readonly samples: SampleStore;
  readonly reports: ReportStore;
  readonly keys: RowKeys;
}

/** Which units are drawn: of a report's moment, or of any. */
export interface SampleOrder {
  readonly id: string;
  readonly programme?: string;
  readonly report?: string;
  readonly asOf?: Day;
  readonly knownAt?: string;
  readonly indicator: string;
  /** Per cent, 20 to 40. */
  readonly share: number;
  readonly seed: string;
  readonly answersUntil: Day;
}

export type Sample = SampleRow & { readonly units: readonly SampleUnit[] };
export type SampleAnswer = { readonly result: 'drawn' | 'repeated'; readonly sample: Sample } | SampleRefusal;
export type NoteAnswer = { readonly result: 'noted'; readonly unit: SampleUnit } | SampleRefusal;

/** Samples of the units behind figures, and rooms in which auditors look at them. */
export class Samples {
  constructor(private readonly parts: SamplesParts) {}

  /** Draws and keeps a sample; the same order again is answered as repeated. */
  async draw(order: SampleOrder, by: Asker): Promise<SampleAnswer> {
    const { samples, reports, programmes, store, clock } = this.parts;
    const { id, report: named, indicator, share, seed, answersUntil } = order;
    if (!isDay(answersUntil))
      return refuse('period-invalid', 'answersUntil must be a day that exists, written YYYY-MM-DD.');
    const report = named === undefined ? undefined : await reports.find(named);
    if (named !== undefined && report === undefined)
      return refuse('report-unknown', `There is no report ${named}.`);
    const scope = await programmes.resolve(report ?? order);
    if (!scope.ok) return refuse(scope.problem.code, scope.problem.message);
    const { programme, asOf, knownAt } = scope.value;
    const moment: Moment = { asOf, knownAt };
    const all: (SampleUnit & { readonly stratum: string })[] = [];
    const byStratum = { programme, indicator, moment, by: ['university', 'stage'] as const };
    for await (const { unit, at, journey, facts, evidence } of store.units(byStratum))
      all.push({
        unit,
        stratum: [at.university, at.stage].filter((part) => part !== undefined).join('/') || 'all',
        ...(journey === undefined ? {} : { journey }),
        facts,
        evidence,
      });
    const row: SampleRow = {
      id,
      programme,
      ...(named === undefined ? {} : { report: named }),
      asOf,
      knownAt,
      indicator,
      share,
      seed,
      answersUntil,
      population: all.length,
      drawnBy: by.id,
      drawnAt: clock.now().toISOString(),
    };
    const units = draw(all, share, seed);
    if (await samples.add(row, units)) {
      await this.record('sample.draw', row, by);
      return { result: 'drawn', sample: { ...row, units } };
    }
    const known = await this.find(id);
    if (
      known === undefined ||
      known.programme !== programme ||
      known.indicator !== indicator ||
      known.seed !== seed ||
      known.share !== share
    )
      return refuse('sample-id-taken', `The id ${id} is that of another sample: choose a new one.`);
    return { result: 'repeated', sample: known };
  }

  async find(id: string): Promise<Sample | undefined> {
    const { samples } = this.parts;
    const row = await samples.find(id);
    return row === undefined ? undefined : { ...row, units: await this.told(id) };
  }

  list(programme: string): Promise<readonly SampleRow[]> {
    return this.parts.samples.list(programme);
  }

  /** Finding, answer, outcome: in this order, each once; answers only within the contradiction phase, outcomes after it or an answer. */
  async note(id: string, unit: string, note: Note, by: Asker): Promise<NoteAnswer> {
    const { samples, clock, keys } = this.parts;
    const sample = await samples.find(id);
    if (sample === undefined) return refuse('sample-unknown', `There is no sample ${id}.`);
    const at = clock.now().toISOString();
    const isOver = dayInBerlin(new Date(at)) > sample.answersUntil;
    let refusal: SampleRefusal | undefined;
    const noted = await samples.note(id, unit, (before) => {
      refusal = orderRefusal(before, note, isOver, sample);
      if (refusal !== undefined) return undefined;
      const step = stepOf(note);
      return {
        said: { [step]: { code: codeOf(note), by: by.id, at } },
        ...(note.text === undefined ? {} : { words: sealedWords(keys, id, before, step, note.text) }),
      };
    });
    if (refusal !== undefined) return refusal;
    if (noted === undefined) return refuse('sample-unit-unknown', `${unit} was not drawn into sample ${id}.`);
    await this.record('sample.note', sample, by, codeOf(note));
    const [told = noted] = withWords(keys, id, [noted], await samples.words(id));
    return { result: 'noted', unit: told };
  }

  /** Opens a sample to one account for some days; the same again changes nothing. */
  async openRoom(
    room: Omit<AuditRoom, 'programme' | 'openedBy' | 'openedAt'>,
    by: Asker,
  ): Promise<{ readonly result: 'opened'; readonly room: AuditRoom } | SampleRefusal> {
    const { samples, clock } = this.parts;
    if (!isDay(room.from) || !isDay(room.to) || room.to < room.from)
      return refuse('period-invalid', 'from and to must be days that exist, in this order.');
    const sample = await samples.find(room.sample);
    if (sample === undefined) return refuse('sample-unknown', `There is no sample ${room.sample}.`);
    const opened: AuditRoom = {
      ...room,
      programme: sample.programme,
      openedBy: by.id,
      openedAt: clock.now().toISOString(),
    };
    if (await samples.addRoom(opened)) {
      await recorded(this.parts, by, {
        action: 'room.open',
        programme: sample.programme,
        subjects: [`sample/${sample.id}`, `room/${room.id}`],
        code: room.account,
      });
      return { result: 'opened', room: opened };
    }
    const known = await samples.room(room.id);
    const isSame =
      known?.sample === room.sample &&
      known.account === room.account &&
      known.from === room.from &&
      known.to === room.to;
    return isSame
      ? { result: 'opened', room: known }
      : refuse('sample-id-taken', `The id ${room.id} is that of another room: choose a new one.`);
  }

  /** A room, whoever it is open to. */
  room(id: string): Promise<AuditRoom | undefined> {
    return this.parts.samples.room(id);
  }

  /** Of a programme, youngest first. */
  rooms(programme: string): Promise<readonly AuditRoom[]> {
    return this.parts.samples.rooms(programme);
  }

  /** What lies in a room, for the one account it is open to on this day: facts, documents and hashes of the drawn units. */
  async look(
    id: string,
    account: string,
  ): Promise<
    | {
        readonly room: AuditRoom;
        readonly units: readonly (ProvedUnit & Pick<SampleUnit, 'finding' | 'answer' | 'outcome'>)[];
      }
    | undefined
  > {
    const { samples, clock } = this.parts;
    const room = await samples.room(id);
    const today = dayInBerlin(clock.now());
    if (room === undefined || room.account !== account || today < room.from || today > room.to)
      return undefined;
    const drawn = await this.told(room.sample);
    const sample = await samples.find(room.sample);
    const units = await this.provedUnits(room.programme, drawn, sample?.asOf ?? today);
    return { room, units };
  }

  private async told(sample: string): Promise<SampleUnit[]> {
    const { samples, keys } = this.parts;
    return withWords(keys, sample, await samples.units(sample), await samples.words(sample));
  }

  private record(action: string, { id, programme }: SampleRow, by: Asker, code?: string): Promise<void> {
    const said = code === undefined ? {} : { code };
    return recorded(this.parts, by, { action, programme, subjects: [`sample/${id}`], ...said });
  }

  private async provedUnits(programme: string, drawn: readonly SampleUnit[], since: Day) {
    const shown = await proved(
      this.parts,
      programme,
      drawn.map(({ unit, journey, facts, evidence }) => ({
        unit,
        ...(journey === undefined ? {} : { journey }),
        at: {},
        since,
        value: { numerator: 1n, denominator: 1n },
        facts,
        evidence,
      })),
    );
    return shown.map((unit, place) => {
      const { finding, answer, outcome } = drawn[place] ?? {};
      return {
        ...unit,
        ...(finding === undefined ? {} : { finding }),
        ...(answer === undefined ? {} : { answer }),
        ...(outcome === undefined ? {} : { outcome }),
      };
    });
  }
}
