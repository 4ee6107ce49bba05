import { COMMANDS, commandRule, textOf, type Actor, type Command, type CommandName } from '@lotse/domain';
import type { Action } from './actions';
import { grantsFor, may, rowsOf, type Permission, type RefusedBecause } from './may';
import type { Grant, Principal } from './principal';
import { relationOf, type JourneyFacts } from './relation';
import { visibleFields } from './sight';

const ALLOWED: Permission = { ok: true };
const refused = (because: RefusedBecause, reason: string): Permission => ({ ok: false, because, reason });

/** Whose words a grant may give commands in. Lotse's own are nobody's; a nomination also comes in by the coordination, from a university's list. */
function holds(grant: Grant, by: Actor, isNew: boolean): boolean {
  if (by.role === 'system') return false;
  if (grant.role === 'administrator') return true;
  if (isNew && grant.role === 'coordinator') return by.role === 'university';
  return (
    grant.role === by.role &&
    (grant.organisation === undefined ||
      by.organisation === undefined ||
      grant.organisation === by.organisation)
  );
}

/** What a mentor, assessor or link names must be what it is held for. */
function namesItself(grant: Grant, { command, data }: Command, facts: JourneyFacts): boolean {
  const { role, reference, placement } = grant;
  const meant = textOf(data.placement);
  if (placement !== undefined && data.placement !== undefined && meant !== placement) return false;
  if (command === 'score' && role === 'assessor') return data.assessor === reference;
  if (role !== 'mentor' || reference === undefined || data.placement === undefined) return true;
  const found = facts.placements.find(({ id }) => id === meant);
  return found === undefined || found.mentor === reference;
}

/** The journey that a nomination begins, as far as it concerns anybody. */
function nominated({ journey, data }: Command): JourneyFacts {
  return {
    journey,
    programme: textOf(data.programme),
    person: textOf(data.person),
    university: textOf(data.university),
    companies: [],
    placements: [],
    contracts: [],
    assessors: [],
    mentors: [],
    reached: [],
    withdrawn: [],
  };
}

/**
 * Whether a principal may give a command in a journey: the role that `by` names is held, stands in a relation that may submit, and
 * is one that gives this command. `facts` is absent for a journey that does not exist. Guards and data are the domain's to judge.
 */
export function mayGive(principal: Principal, command: Command, facts: JourneyFacts | undefined): Permission {
  const { onlyCommands } = principal;
  const isNew = command.command === 'nominate' && facts === undefined;
  if (facts === undefined && !isNew) return ALLOWED;
  const journey = facts ?? nominated(command);
  const permission = may(principal, 'command.submit', { kind: 'journey', journey });
  if (!permission.ok) return permission;
  if (onlyCommands !== undefined && !onlyCommands.includes(command.command))
    return refused('outside-scope', `The link serves ${onlyCommands.join(', ')}, not ${command.command}.`);
  const { by } = command;
  const able = principal.grants.filter(
    (grant) =>
      holds(grant, by, isNew) &&
      namesItself(grant, command, journey) &&
      rowsOf(grant, relationOf(grant, { kind: 'journey', journey }), journey).some(({ may: actions }) =>
        actions.includes('command.submit'),
      ),
  );
  if (able.length === 0)
    return refused(
      'action-not-allowed',
      `${command.command} by ${by.role}${by.organisation === undefined ? '' : ` of ${by.organisation}`} is not yours to give: no such role is held here.`,
    );
  if (command.command === 'answer-complaint' && !mayAnswer(principal, journey))
    return refused(
      'action-not-allowed',
      'Complaints are answered by those who are named for the confidential channel.',
    );
  return ALLOWED;
}

/** Whether a principal may enter somebody new and nominate them by a command; see `mayGive`. */
export function mayNominate(principal: Principal, command: Command): Permission {
  const subject = { kind: 'journey', journey: nominated(command) } as const;
  const permission = may(principal, 'person.nominate', subject);
  return permission.ok ? mayGive(principal, command, undefined) : permission;
}

const mayAnswer = (principal: Principal, journey: JourneyFacts): boolean =>
  may(principal, 'complaint.answer', { kind: 'journey', journey }).ok;

/** Commands that a principal may give in a journey, whatever its state; the domain says which of them are open. */
export function commandsAllowed(principal: Principal, facts: JourneyFacts): readonly CommandName[] {
  const sight = visibleFields(principal, { kind: 'journey', journey: facts });
  if (!may(principal, 'command.submit', { kind: 'journey', journey: facts }).ok || sight.size === 0)
    return [];
  return (Object.keys(COMMANDS) as CommandName[]).filter((name) =>
    (commandRule(name)?.by ?? []).some((role) =>
      principal.grants.some((grant) => {
        const by = {
          role,
          ...(grant.organisation === undefined ? {} : { organisation: grant.organisation }),
        };
        const command = { id: '', journey: facts.journey, command: name, happenedOn: '', by, data: {} };
        const asked = name === 'score' ? { ...command, data: { assessor: grant.reference ?? '' } } : command;
        return mayGive({ ...principal, grants: [grant] }, asked, facts).ok;
      }),
    ),
  );
}

/** Whose words a note is: the office's, the person's, or one organisation's. */
const ownerOf = ({ role, organisation }: Grant): string => {
  if (role === 'candidate') return 'candidate';
  return role === 'coordinator' || organisation === undefined ? 'programme' : organisation;
};

/** Sides whose internal words a principal shares in a journey. */
export function ownersOf(principal: Principal, action: Action, facts: JourneyFacts): readonly string[] {
  const subject = { kind: 'journey', journey: facts } as const;
  const able = grantsFor(principal, subject).filter((grant) =>
    rowsOf(grant, relationOf(grant, subject), facts).some(({ may: actions }) => actions.includes(action)),
  );
  return [...new Set(able.map(ownerOf))];
}

/** Whether a principal may take an action in the name of `by`, and whose side that is. */
export function mayActAs(
  principal: Principal,
  action: Action,
  by: Actor,
  facts: JourneyFacts,
): { readonly ok: true; readonly owner: string } | Exclude<Permission, { ok: true }> {
  const subject = { kind: 'journey', journey: facts } as const;
  const permission = may(principal, action, subject);
  if (!permission.ok) return permission;
  const grant = principal.grants.find(
    (held) =>
      held.role === by.role &&
      (held.organisation === undefined || held.organisation === by.organisation) &&
      rowsOf(held, relationOf(held, subject), facts).some(({ may: actions }) => actions.includes(action)),
  );
  if (grant !== undefined)
    return {
      ok: true,
      owner: ownerOf({
        ...grant,
        ...(by.organisation === undefined ? {} : { organisation: by.organisation }),
      }),
    };
  const reason = `You do not act as ${by.role}${by.organisation === undefined ? '' : ` of ${by.organisation}`} here.`;
  return { ok: false, because: 'action-not-allowed', reason };
}
