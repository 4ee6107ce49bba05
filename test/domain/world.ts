import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  applyFacts,
  decide,
  emptyJourney,
  isBinding,
  needsHistory,
  textOf,
  TEMPLATES,
  type Command,
  type Context,
  type Decision,
  type Fact,
  type JourneyState,
  type Json,
  type JsonObject,
  type Template,
} from '@lotse/domain';

const FIRST = 'de-uni-internship-hire@1';

/** A whole installation in memory: records, journeys and facts, with the domain's own functions and nothing else. */
export class World {
  /** The locked report of a fact, where a test locks one. */
  locked?: Context['locked'];
  readonly records = new Map<string, JsonObject>();
  readonly journeys = new Map<string, JourneyState>();
  readonly facts = new Map<string, Fact[]>();
  template: Template;
  /** Monday to Friday, unless a test says otherwise. */
  isWorkingDay: (day: string) => boolean = (day) => ![0, 6].includes(new Date(day).getUTCDay());

  constructor(
    public today = '2026-11-21',
    public submittedBy = 'administrator',
    public imported = true,
  ) {
    const template = TEMPLATES.get(FIRST);
    if (template === undefined) throw new Error('the template is missing');
    this.template = template;
  }

  record(type: string, body: JsonObject): this {
    this.records.set(`${type}/${textOf(body.id)}`, body);
    return this;
  }

  state(journey: string): JourneyState {
    return this.journeys.get(journey) ?? emptyJourney(journey);
  }

  context(command: Command): Context {
    const state = this.state(command.journey);
    const get = (type: string, id: Json | undefined): JsonObject | undefined =>
      this.records.get(`${type}/${textOf(id)}`);
    const organisations = Object.fromEntries(
      [...this.records.entries()]
        .filter(([key]) => key.startsWith('organisation/'))
        .map(([, body]) => [textOf(body.id), body]),
    );
    const person = textOf(command.data.into) || state.person || textOf(command.data.person);
    const programme = state.programme || textOf(command.data.programme);
    const others = [...this.journeys.values()].filter(
      (other) => other.person === person && other.id !== command.journey,
    );
    const open = others.find(
      (other) => other.programme === programme && ['open', 'on-hold'].includes(other.status.code),
    );
    const bornOn = get('person', person)?.bornOn;
    const agreement = get('agreement', command.data.agreement);
    const programmeBody = get('programme', programme);
    const target = TEMPLATES.get(textOf(command.data.template));
    const instant = `${this.today}T12:00:00.000Z`;
    return {
      template: this.templateOf(state),
      ...(target === undefined ? {} : { targetTemplate: target }),
      isWorkingDay: this.isWorkingDay,
      today: this.today,
      stamp: {
        recordedAt: instant,
        insertedAt: instant,
        insertedOn: this.today,
        submittedBy: this.submittedBy,
        imported: this.imported,
      },
      organisations,
      otherPlacements: others.flatMap((other) => Object.values(other.placements).filter(isBinding)),
      ...(this.locked === undefined ? {} : { locked: this.locked }),
      ...(bornOn === undefined ? {} : { bornOn: textOf(bornOn) }),
      ...(agreement === undefined ? {} : { agreement }),
      ...(programmeBody === undefined ? {} : { programme: programmeBody }),
      ...(open === undefined ? {} : { openJourney: open.id }),
      ...(needsHistory(state, command) ? { history: this.facts.get(command.journey) ?? [] } : {}),
    };
  }

  /** The template a journey runs under; a test may put another in the place of the first. */
  templateOf({ template }: JourneyState): Template {
    const moved = template === '' || template === FIRST ? undefined : TEMPLATES.get(template);
    return moved ?? this.template;
  }

  /** The same world for another sender. */
  as(submittedBy: string, imported = false): this {
    this.submittedBy = submittedBy;
    this.imported = imported;
    return this;
  }

  /** What would be answered; nothing is kept. */
  ask(command: Command): Decision {
    return decide(this.state(command.journey), command, this.context(command));
  }

  submit(command: Command): Decision {
    const context = this.context(command);
    const state = this.state(command.journey);
    const decision = decide(state, command, context);
    if (decision.ok) {
      this.journeys.set(command.journey, applyFacts(state, decision.facts, context.history));
      this.facts.set(command.journey, [...(this.facts.get(command.journey) ?? []), ...decision.facts]);
    }
    return decision;
  }
}

/** The lines of the reference cohort, parsed. */
export const referenceLines = (): readonly JsonObject[] =>
  readFileSync(join(__dirname, '../../examples/kg-glass-2023/kg-glass-2023.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as JsonObject);

/** A line of type command as the domain takes it. */
export const commandOf = ({ type: _type, ...command }: JsonObject): Command =>
  command as JsonObject & Command;

/** The world after the reference cohort. */
export function referenceWorld(): World {
  const world = new World();
  for (const line of referenceLines()) {
    if (line.type === 'command') world.submit(commandOf(line));
    else world.record(textOf(line.type), line);
  }
  return world;
}
