import type { Fact, JsonObject } from '@lotse/domain';
import { FACT_TOPICS, FIELD_TOPICS, FIELD_TOPICS_OF_KIND } from '../field-topics';
import type { JourneyFacts } from '../relation';
import { seesAll, type Sight } from '../sight';
import type { Topic } from '../topics';
import { isOwnSide, saidBy, sideOf } from './own-side';
import { clockTopic } from './see-clock';

/** Not even their writers see these again without the topic: a coordinator who filed an outcome may be replaced. */
const NEVER_BY_AUTHORSHIP: readonly Topic[] = ['complaint', 'complaint-text', 'sender', 'score'];

const topicOfFact = ({ kind, data }: Fact): Topic => {
  if (kind === 'clock-fired' || kind.endsWith('-clock'))
    return typeof data.clock === 'string' ? clockTopic(data.clock) : 'course';
  return FACT_TOPICS[kind as keyof typeof FACT_TOPICS] ?? 'course';
};

const topicOfField = (fact: Fact, field: string): Topic =>
  FIELD_TOPICS_OF_KIND[fact.kind]?.[field] ?? FIELD_TOPICS[field] ?? topicOfFact(fact);

/** Seen because it is for everybody with the topic, on the holder's own side, or in the holder's own words. */
function visible(topic: Topic, fact: Fact, sight: Sight, facts: JourneyFacts): boolean {
  if (seesAll(sight, topic)) return true;
  const side = sideOf(fact.data, fact.by);
  return sight.get(topic)?.some(({ grant, ownSide }) => ownSide && isOwnSide(grant, side, facts)) ?? false;
}

/** Whether the holder gave the fact: then it is no secret to them that it happened. */
const isAuthor = (fact: Fact, sight: Sight, facts: JourneyFacts): boolean =>
  [...sight.values()].flat().some(({ grant }) => saidBy(grant, fact.by) && isOwnOrFree(grant, fact, facts));

function isOwnOrFree(grant: Parameters<typeof saidBy>[0], fact: Fact, facts: JourneyFacts): boolean {
  const { placement, contract, company } = sideOf(fact.data, fact.by);
  return (
    (placement ?? contract ?? company) === undefined || isOwnSide(grant, sideOf(fact.data, fact.by), facts)
  );
}

/** A fact as somebody may see it; undefined when not even that it happened is theirs to know. */
export function seeFact<Seen extends Fact>(fact: Seen, sight: Sight, facts: JourneyFacts): Seen | undefined {
  const author = isAuthor(fact, sight, facts) && !NEVER_BY_AUTHORSHIP.includes(topicOfFact(fact));
  if (!author && !visible(topicOfFact(fact), fact, sight, facts)) return undefined;
  const seesField = (field: string): boolean => {
    const topic = topicOfField(fact, field);
    return visible(topic, fact, sight, facts) || (author && !NEVER_BY_AUTHORSHIP.includes(topic));
  };
  const data: JsonObject = Object.fromEntries(
    Object.entries(fact.data).filter(([field]) => seesField(field)),
  );
  const { correction, ...rest } = fact;
  const sender = seesAll(sight, 'sender');
  const {
    reason: _reason,
    approvedBy: _approvedBy,
    ...bare
  } = correction ?? { supersedes: 0, struck: false };
  return {
    ...rest,
    data,
    submittedBy: sender ? fact.submittedBy : '',
    ...(correction === undefined ? {} : { correction: sender ? correction : bare }),
  } as Seen;
}
