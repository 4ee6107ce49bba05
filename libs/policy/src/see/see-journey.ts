import { emptyJourney, type JourneyState } from '@lotse/domain';
import { PART_TOPICS, STATE_TOPICS } from '../field-topics';
import type { JourneyFacts } from '../relation';
import { seesAll, seesOwn, type Sight } from '../sight';
import type { Topic } from '../topics';
import { isOwnSide, type Side } from './own-side';
import { clockTopic } from './see-clock';

/** A journey's state as somebody may see it. `hidden` names what was left out, the same for all journeys seen that way. */
export interface SeenState {
  readonly state: JourneyState;
  readonly hidden: readonly string[];
}

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const topicOf = (name: string, topics: Readonly<Record<string, Topic>>, otherwise: Topic): Topic =>
  topics[name] ?? otherwise;

/** One side's placement or contract without what it may not see of it. */
function part(value: unknown, topic: Topic, sight: Sight, own: boolean): unknown {
  if (!isMembers(value)) return value;
  const seen = Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
    const about = topicOf(name, PART_TOPICS, topic);
    const visible = seesAll(sight, about) || (own && seesOwn(sight, about));
    if (name === 'evaluations') return [[name, visible ? member : {}]];
    // Terms that wait for signatures may hold the pay; the rest of them is seen when they are in force.
    if (name === 'pending' && isMembers(member))
      return [[name, { ...member, terms: seesPay(sight, own) ? member.terms : withoutPay(member.terms) }]];
    return visible ? [[name, member]] : [];
  });
  return Object.fromEntries(seen);
}

const seesPay = (sight: Sight, own: boolean): boolean =>
  seesAll(sight, 'pay') || (own && seesOwn(sight, 'pay'));

function withoutPay(terms: unknown): Members {
  return isMembers(terms)
    ? Object.fromEntries(Object.entries(terms).filter(([name]) => PART_TOPICS[name] !== 'pay'))
    : {};
}

/** Whose it is: a key of `placements` or `contracts`, or the company that an employment names. */
function sideOfPart(member: string, key: string, value: unknown): Side {
  if (member === 'placements') return { placement: key };
  if (member === 'contracts') return { contract: key };
  return isMembers(value) && typeof value.contract === 'string' ? { contract: value.contract } : {};
}

const ownTo = (sight: Sight, topic: Topic, side: Side, facts: JourneyFacts): boolean =>
  sight.get(topic)?.some(({ grant, ownSide }) => ownSide && isOwnSide(grant, side, facts)) ?? false;

const SIDED: readonly string[] = ['placements', 'contracts', 'employments'];

/** Placements, contracts and employments: all of them, or those of one's own side. */
function sided(member: string, value: unknown, topic: Topic, sight: Sight, facts: JourneyFacts): unknown {
  const pick = (key: string, item: unknown): unknown => {
    const own = ownTo(sight, topic, sideOfPart(member, key, item), facts);
    return seesAll(sight, topic) || own
      ? part(item, topic, sight, own || !needsSide(sight, topic))
      : undefined;
  };
  if (Array.isArray(value))
    return value
      .map((item: unknown, index) => pick(String(index), item))
      .filter((item) => item !== undefined);
  if (!isMembers(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const seen = pick(key, item);
      return seen === undefined ? [] : [[key, seen]];
    }),
  );
}

const needsSide = (sight: Sight, topic: Topic): boolean =>
  sight.get(topic)?.every(({ ownSide }) => ownSide) ?? true;

/** Check-ins in the words of one's own side; everything else of the member is for those who see all of it. */
function checkIns(value: unknown, sight: Sight): readonly unknown[] {
  if (!Array.isArray(value)) return [];
  const roles = (sight.get('check-in') ?? []).map(({ grant }) => grant.role);
  return value.filter((item: unknown) => isMembers(item) && roles.some((role) => role === item.role));
}

function inParts(
  value: unknown,
  topics: Readonly<Record<string, Topic>>,
  sight: Sight,
  blank: unknown,
): { value: unknown; hidden: string[] } {
  if (!isMembers(value) || !isMembers(blank)) return { value, hidden: [] };
  const names = Object.keys(topics);
  const entries = names.flatMap((name): [string, unknown][] => {
    const topic = topics[name];
    const all = topic !== undefined && seesAll(sight, topic);
    if (all) return value[name] === undefined ? [] : [[name, value[name]]];
    if (name === 'checkIns') return [[name, checkIns(value[name], sight)]];
    return blank[name] === undefined ? [] : [[name, blank[name]]];
  });
  const hidden = names.filter((name) => {
    const topic = topics[name];
    return topic === undefined || !seesAll(sight, topic);
  });
  return { value: Object.fromEntries(entries), hidden };
}

/** `<code>[.<of>].<day>`: what fired tells of what it was about. */
const firedSeen = (fired: readonly string[], sight: Sight): string[] =>
  fired.filter((entry) => seesAll(sight, clockTopic(entry)));

/** Required members of a state, as they are before anything happened. */
function blankOf(state: JourneyState): JourneyState {
  return { ...emptyJourney(state.id) };
}

/** A journey's state with what the table shows. What is hidden looks as it does before anything happened. */
export function seeJourney(state: JourneyState, sight: Sight, facts: JourneyFacts): SeenState {
  const blank: Members = { ...emptyJourney(state.id) };
  const seen: Record<string, unknown> = {};
  const hidden: string[] = [];
  for (const [name, value] of Object.entries(state)) {
    const topic = STATE_TOPICS[name as keyof JourneyState];
    if (typeof topic === 'object') {
      const judged = inParts(value, topic, sight, blank[name]);
      seen[name] = judged.value;
      hidden.push(...judged.hidden.map((part) => `${name}.${part}`));
    } else if (SIDED.includes(name)) {
      seen[name] = sided(name, value, topic, sight, facts);
      if (!seesAll(sight, topic)) hidden.push(name);
    } else if (name === 'youngestOn' && !seesAll(sight, 'sender'))
      // The day of the last fact tells of facts that are hidden; that of the stage is known anyway.
      seen[name] = state.stage.on;
    else if (name === 'fired') seen[name] = firedSeen(state.fired, sight);
    else if (seesAll(sight, topic)) seen[name] = value;
    else {
      if (blank[name] !== undefined) seen[name] = blank[name];
      hidden.push(name);
    }
  }
  return { state: Object.assign(blankOf(state), seen), hidden: hidden.sort() };
}
