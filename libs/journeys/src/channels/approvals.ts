import {
  approvalsFor,
  type Command,
  commandRule,
  dayInBerlin,
  isJsonObject,
  type JsonObject,
  type Role,
} from '@lotse/domain';
import { inForce, mayActAs, type Principal } from '@lotse/policy';
import { refusedFor, type Answer, type Approver, type Refused } from '../answer';
import type { ApprovalRow, ApprovalState, ApprovalStore, Vote } from '../ports/channel-stores.port';
import type { Door } from '../submit/decide-on';
import { rehearsal } from '../submit/preview';
import { readCommand } from '../submit/read-command';
import { submit } from '../submit/submit';
import { textOf } from '../text-of';
import { concerned, unknownJourney } from './concerned';

/** Approvals that are not given by then fall away: what was right a month ago may not be now. */
const LASTS_MS = 7 * 24 * 3_600_000;

/** Who approves a command that names a second person where the template asks for nobody in particular. */
const SECOND_PERSON = [
  { roles: ['coordinator', 'administrator', 'data-protection-lead'], count: 1 },
] as const;

export interface Approval extends Pick<
  ApprovalRow,
  'id' | 'journey' | 'command' | 'needs' | 'requestedAt' | 'expiresAt' | 'votes'
> {
  readonly state: ApprovalState;
  readonly requestedBy: string;
  /** The command as it will be submitted. */
  readonly body: JsonObject;
}

export type VoteAnswer =
  | { readonly result: 'given'; readonly missing: number }
  | { readonly result: 'submitted'; readonly answer: Answer }
  | Refused;

/** Four eyes and more: a command waits until others have approved it, then goes through the one door. */
export interface Approvals {
  /** Keeps a command that would be accepted if it were approved. Idempotent by neither: an id is used once. */
  request(
    id: string,
    body: JsonObject,
    principal: Principal,
  ): Promise<{ readonly result: 'accepted'; readonly expiresAt: string } | Refused>;
  list(journey: string): Promise<readonly Approval[]>;
  /** Nobody approves what they asked for. The last vote submits the command; the same vote again is a repeat. */
  give(journey: string, id: string, role: Role, principal: Principal): Promise<VoteAnswer>;
  /** The one who asked takes it back; one who approved takes the vote back. Too late once it is submitted. */
  revoke(
    journey: string,
    id: string,
    principal: Principal,
  ): Promise<{ readonly result: 'revoked' } | Refused>;
}

const placeOf = ({ journey, id }: Pick<ApprovalRow, 'journey' | 'id'>): string => `approval/${journey}/${id}`;

/** People still wanted, each counted for one need alone. */
function missing({ needs, votes, requester }: Pick<ApprovalRow, 'needs' | 'votes' | 'requester'>): number {
  const free = votes.filter(({ account }) => account !== requester.id);
  return needs.reduce((sum, { roles, count }) => {
    const counted = free.filter(({ role }) => roles.includes(role)).slice(0, count);
    counted.forEach((vote) => free.splice(free.indexOf(vote), 1));
    return sum + count - counted.length;
  }, 0);
}

const approversOf = (votes: readonly Vote[]): readonly Approver[] =>
  votes.map(({ account, role }) => ({ account, role }));

/** The command with the first approver where it names one. */
function approved(body: JsonObject, votes: readonly Approver[]): JsonObject {
  const asks = commandRule(textOf(body.command))?.fields.approvedBy !== undefined;
  const [first] = votes;
  if (!asks || first === undefined || !isJsonObject(body.data)) return body;
  return { ...body, data: { ...body.data, approvedBy: first.account } };
}

const unknown = (id: string): Refused =>
  refusedFor('reference-unknown', 'approval', [], `There is no approval ${id} in this journey.`);
const closed = ({ id, state }: Pick<ApprovalRow, 'id' | 'state'>): Refused =>
  refusedFor(
    'order-not-allowed',
    'approval-open',
    [],
    `Approval ${id} is ${state}: nothing changes it any more.`,
  );

/** @param stillHolds who asked, as of now; undefined when the account is no more. Rights that were lost meanwhile count for nothing. */
export function createApprovals(
  door: Door,
  store: ApprovalStore,
  stillHolds: (principal: Principal) => Promise<Principal | undefined>,
): Approvals {
  const { keyring, clock, templates } = door;
  const now = (): Date => clock.now();
  const isOver = (row: ApprovalRow): boolean => row.state === 'open' && row.expiresAt <= now().toISOString();

  async function needsOf(template: string, command: Command): Promise<ApprovalRow['needs']> {
    const found = await templates.find(template);
    const rules = found === undefined ? [] : approvalsFor(found, command);
    if (rules.length > 0) return rules.map(({ roles, count }) => ({ roles, count }));
    return commandRule(command.command)?.fields.approvedBy === undefined ? [] : SECOND_PERSON;
  }

  async function submitNow(row: ApprovalRow): Promise<VoteAnswer> {
    const found = await concerned(door, row.journey);
    if (found === null) return unknownJourney(row.journey);
    const opened = keyring.open(found.wrappedKey, row.person, placeOf(row), row.secret);
    const requester = await stillHolds(row.requester);
    if (!isJsonObject(opened)) throw new TypeError(`The sealed command of ${placeOf(row)} is not an object`);
    const approvals = approversOf(row.votes);
    const at = { today: dayInBerlin(now()), now: now().toISOString() };
    const answer: Answer =
      requester === undefined
        ? refusedFor('actor-not-allowed', 'policy', [], 'Who asked for the approval has no account any more.')
        : await submit(door, approved(opened, approvals), {
            submittedBy: row.requester.id,
            principal: inForce(requester, at),
            approvals,
          });
    const state = answer.result === 'refused' ? 'refused' : 'done';
    await store.change(row.journey, row.id, ({ votes }) => ({ state, votes }));
    return { result: 'submitted', answer };
  }

  return {
    async request(id, body, principal) {
      const read = readCommand(body);
      if ('refused' in read) return read.refused;
      const { command } = read;
      const found = await concerned(door, command.journey);
      if (found === null) return unknownJourney(command.journey);
      const { state, wrappedKey } = found;
      const needs = await needsOf(state.template, command);
      if (needs.length === 0)
        return refusedFor(
          'fields-invalid',
          'approval',
          [],
          `${command.command} needs nobody's approval: submit it.`,
        );
      const imagined = needs.flatMap(({ roles, count }, need) =>
        Array.from({ length: count }, (_, index) => ({
          account: `approver.${need}.${index}`,
          role: roles[0] ?? 'coordinator',
        })),
      );
      const answer = await rehearsal(door, approved(body, imagined), {
        submittedBy: principal.id,
        principal,
        approvals: imagined,
      });
      if (answer.result === 'refused') return answer;
      const expiresAt = new Date(now().getTime() + LASTS_MS).toISOString();
      const { journey } = command;
      const added = await store.add({
        id,
        journey,
        person: state.person,
        command: command.command,
        needs,
        requester: principal,
        requestedAt: now().toISOString(),
        expiresAt,
        state: 'open',
        votes: [],
        secret: keyring.seal(wrappedKey, state.person, placeOf({ journey, id }), body),
      });
      return added
        ? { result: 'accepted', expiresAt }
        : refusedFor('id-clash', 'id', [], `Approval id ${id} is taken: give a new one.`);
    },
    async list(journey) {
      const found = await concerned(door, journey);
      if (found === null) return [];
      return (await store.list(journey)).map((row) => {
        const { id, command, needs, requestedAt, expiresAt, votes, requester } = row;
        const body = keyring.open(found.wrappedKey, row.person, placeOf(row), row.secret);
        const state = isOver(row) ? 'expired' : row.state;
        return {
          id,
          journey,
          command,
          needs,
          requestedAt,
          expiresAt,
          votes,
          state,
          requestedBy: requester.id,
          body: isJsonObject(body) ? body : {},
        };
      });
    },
    async give(journey, id, role, principal) {
      const found = await concerned(door, journey);
      if (found === null) return unknownJourney(journey);
      const permission = mayActAs(principal, 'approval.give', { role }, found.facts);
      if (!permission.ok) return refusedFor('actor-not-allowed', 'policy', [role], permission.reason);
      let refusal: Refused | undefined;
      const changed = await store.change(journey, id, (row) => {
        const { requester, needs, votes, state } = row;
        if (requester.id === principal.id)
          refusal = refusedFor(
            'actor-not-allowed',
            'approved-by-second-person',
            [],
            'Nobody approves what they asked for.',
          );
        else if (state !== 'open' && state !== 'submitting') refusal = closed(row);
        else if (isOver(row)) refusal = closed({ id, state: 'expired' });
        else if (!needs.some(({ roles }) => roles.includes(role)))
          refusal = refusedFor(
            'actor-not-allowed',
            'role',
            needs.flatMap(({ roles }) => roles),
            `${role} is not asked to approve ${row.command}.`,
          );
        if (refusal !== undefined || state === 'submitting') return undefined;
        const vote = { account: principal.id, role, givenAt: now().toISOString() };
        const all = votes.some(({ account }) => account === principal.id) ? votes : [...votes, vote];
        return { votes: all, state: missing({ needs, votes: all, requester }) === 0 ? 'submitting' : 'open' };
      });
      if (refusal !== undefined) return refusal;
      if (changed === undefined) return unknown(id);
      return changed.state === 'submitting'
        ? submitNow(changed)
        : { result: 'given', missing: missing(changed) };
    },
    async revoke(journey, id, principal) {
      let refusal: Refused | undefined;
      const changed = await store.change(journey, id, (row) => {
        const { requester, votes, state } = row;
        const own = requester.id === principal.id;
        if (state !== 'open') refusal = closed(row);
        else if (!own && !votes.some(({ account }) => account === principal.id))
          refusal = refusedFor(
            'actor-not-allowed',
            'approval-own',
            [],
            'Only who asked or approved takes it back.',
          );
        if (refusal !== undefined) return undefined;
        return own
          ? { state: 'revoked', votes }
          : { state, votes: votes.filter(({ account }) => account !== principal.id) };
      });
      if (refusal !== undefined) return refusal;
      return changed === undefined ? unknown(id) : { result: 'revoked' };
    },
  };
}
