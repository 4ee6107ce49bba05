import type { NamedFile } from '@lotse/files';
import {
  ALL_TOPICS,
  seesAll,
  seesOwn,
  sidesOf,
  visibleFields,
  type JourneyFacts,
  type Principal,
  type Topic,
} from '@lotse/policy';

/** A file as it is answered: nothing of where its bytes lie. */
export type FileAnswer = Omit<NamedFile, 'address' | 'organisation' | 'uploadedBy'> & {
  readonly uploadedBy?: string;
};

const isTopic = (text: string): text is Topic => ALL_TOPICS.some((topic) => topic === text);

/** The organisation on whose side a principal sends files about a topic of a journey. */
export const sideOfSender = (principal: Principal, facts: JourneyFacts, topic: Topic): string | undefined =>
  sidesOf(visibleFields(principal, { kind: 'journey', journey: facts }), topic)[0];

/** Whether a principal may send files about a topic of a journey: what nobody shows them, they have no papers of. */
export const maySend = (principal: Principal, facts: JourneyFacts, topic: Topic): boolean =>
  seesOwn(visibleFields(principal, { kind: 'journey', journey: facts }), topic);

/**
 * A file as a principal sees it: where its topic is seen of everybody, or of one's own side and the file was sent by oneself or
 * by a colleague of the same organisation. Undefined for any other.
 */
export function seenFile(
  principal: Principal,
  facts: JourneyFacts,
  { address: _address, organisation, uploadedBy, ...file }: NamedFile,
): FileAnswer | undefined {
  const sight = visibleFields(principal, { kind: 'journey', journey: facts });
  const isOwn = uploadedBy === principal.id;
  if (!isTopic(file.topic)) return undefined;
  const isOfColleague = organisation !== undefined && sidesOf(sight, file.topic).includes(organisation);
  if (!seesAll(sight, file.topic) && !(isOwn && seesOwn(sight, file.topic)) && !isOfColleague)
    return undefined;
  return seesAll(sight, 'sender') || isOwn ? { ...file, uploadedBy } : file;
}
