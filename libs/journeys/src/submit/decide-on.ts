import {
  applyFacts,
  decide,
  needsHistory,
  STATE_SHAPE,
  type Command,
  type Context,
  type Fact,
  type Status,
} from '@lotse/domain';
import { refusedFor, type Answer, type Sender } from '../answer';
import type { ClockPort } from '../ports/clock.port';
import type { Found, JourneyStore, JourneyTransaction, SignedReport } from '../ports/journey-store.port';
import type { KeyringPort } from '../ports/keyring.port';
import type { RecordWrite } from '../ports/record-store.port';
import { openFact, type PersonKey } from '../secrets/sealed-fact';
import { standing } from '../read/standing';
import type { TemplateBook } from '../templates/template-book';
import { textOf } from '../text-of';
import { zoneOf } from '../zone';
import { auditOf } from './audit-of';
import { contextOf, templateOf } from './context-of';
import { holdsOn } from './projection-of';
import { stampOf } from './stamp';
import type { Change } from './write-of';

export interface Door {
  readonly journeys: JourneyStore;
  readonly keyring: KeyringPort;
  readonly clock: ClockPort;
  readonly templates: TemplateBook;
}

/** A command that reads well, with who sends it and when. */
export interface Submission {
  readonly command: Command;
  readonly bodyHash: string;
  readonly sender: Sender;
  readonly now: Date;
  /** Somebody who is entered with the command: before it looks, and kept with it alone. */
  readonly newPerson?: RecordWrite;
}

/** What a command comes to on what was found: what changes, of which `writeOf` makes the rows, or why nothing does. */
export type Decided =
  | { readonly answer: 'write'; readonly change: Change }
  | { readonly answer: Extract<Answer, { result: 'refused' }> };

/** What is looked up in between. */
export type Consulted = Pick<JourneyTransaction, 'templates' | 'facts' | 'signedReports'>;

export async function decideOn(
  door: Pick<Door, 'keyring' | 'templates'>,
  transaction: Consulted,
  submission: Submission,
  found: Found,
): Promise<Decided> {
  const { command, bodyHash, sender, now } = submission;
  const { keyring } = door;
  if (found.journeyTaken === true && command.command === 'nominate') return taken(command);
  const state = await standing(found, command.journey, () => transaction.facts(command.journey));
  const { templates } = door;
  const template = await templateOf(templates, state, found, transaction.templates);
  const target =
    command.command === 'migrate-template'
      ? await templates.find(textOf(command.data.template), transaction.templates)
      : undefined;
  const key = personKeyOf(found, state.person, command);
  const history = needsHistory(state, command) ? await historyOf(transaction, command, keyring) : undefined;
  const lastRecordedAt = found.journey?.lastRecordedAt;
  const moment = {
    now,
    zone: zoneOf(found.programme),
    ...(lastRecordedAt === undefined ? {} : { lastRecordedAt }),
  };
  const stamp = stampOf(command, sender, moment);
  const parts = {
    template,
    now,
    stamp,
    keyring,
    ...(target === undefined ? {} : { targetTemplate: target }),
    ...(history === undefined ? {} : { history }),
  };
  const { approvals } = sender;
  const locked =
    command.command === 'correct' ? lockedBy(await transaction.signedReports(state.programme)) : undefined;
  const context = {
    ...contextOf(seenBy(command, state.status.code, found), parts),
    ...(approvals === undefined ? {} : { approvals }),
    ...(locked === undefined ? {} : { locked }),
  };
  const decision = decide(state, command, context);
  if (!decision.ok) {
    const { refusal } = decision;
    const version = refusal.code === 'version-conflict' ? { version: state.version } : {};
    return { answer: { result: 'refused', refusal, ...version } };
  }
  const { facts } = decision;
  const after = applyFacts(state, facts, history);
  const { zone } = moment;
  const batch = sender.batch === undefined ? {} : { batch: sender.batch };
  const renew =
    found.journey?.snapshot.shape !== STATE_SHAPE || !holdsOn(found.journey.tasksHold, context.today);
  const change = {
    audit: auditOf(submission, after),
    commandId: command.id,
    bodyHash,
    ...batch,
    renew,
    context,
    zone,
    before: state,
    after,
    facts,
    ...(lastRecordedAt === undefined ? {} : { lastRecordedAt }),
    ...(key === undefined ? {} : { key }),
  };
  return { answer: 'write', change };
}

/** The signed report that a fact is counted in, the oldest one (domain.md, rule 5). */
const lockedBy =
  (reports: readonly SignedReport[]): Context['locked'] =>
  ({ kind, happenedOn, recordedAt }) =>
    reports.find(
      ({ asOf, knownAt, kinds }) => happenedOn <= asOf && recordedAt <= knownAt && kinds.includes(kind),
    )?.id;

/** As the rules refuse a journey that is there already; nothing of that one is told. */
const taken = ({ journey }: Command): Decided => ({
  answer: refusedFor(
    'journey-exists',
    'journey',
    ['university'],
    `Journey ${journey} exists already: use another journey id.`,
  ),
});

/** A journey that is over may join a person who has an open one: rule 9 is about open journeys alone. */
function seenBy({ command }: Command, status: Status, found: Found): Found {
  if (command !== 'merge-person' || status === 'open' || status === 'on-hold') return found;
  const { openJourney: _openJourney, ...rest } = found;
  return rest;
}

function personKeyOf({ wrappedKey }: Found, person: string, command: Command): PersonKey | undefined {
  const id = person === '' ? command.data.person : person;
  return wrappedKey === undefined || typeof id !== 'string' ? undefined : { person: id, wrapped: wrappedKey };
}

/** Text plays no part in judging; only a correction carries that of the fact it replaces over. */
async function historyOf(transaction: Consulted, command: Command, keyring: KeyringPort): Promise<Fact[]> {
  const stored = await transaction.facts(command.journey);
  return command.command === 'correct'
    ? stored.map((fact) => openFact(keyring, fact))
    : stored.map(({ fact }) => fact);
}
