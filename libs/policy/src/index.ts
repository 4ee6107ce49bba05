export { ACTIONS, type Action } from './actions';
export { commandsAllowed, mayActAs, mayGive, mayNominate, ownersOf } from './give';
export { inForce, may, type Permission, type RefusedBecause } from './may';
export { OPENINGS, type Opening } from './openings';
export {
  EVERYTHING,
  KEY_HOLDER,
  type Duty,
  type Entrance,
  type Grant,
  type Principal,
  type RowScope,
} from './principal';
export { policyPage } from './page';
export {
  journeyFactsOf,
  relationOf,
  RELATIONS,
  type JourneyFacts,
  type Relation,
  type Subject,
} from './relation';
export { inboxSightOf, reachOf, type InboxSight, type Reach } from './reach';
export { rowScopeOf } from './row-scope';
export { seeFact } from './see/see-fact';
export { seeJourney, type SeenState } from './see/see-journey';
export { seeRecord } from './see/see-record';
export { seesAll, seesOwn, sidesOf, visibleFields, type Sight } from './sight';
export { wordsOfStage, type Wording } from './stage-words';
export { POLICY } from './table/policy-table';
export type { PolicyRow } from './table/policy-row';
export { ALL_TOPICS, TOPICS, type Topic } from './topics';
