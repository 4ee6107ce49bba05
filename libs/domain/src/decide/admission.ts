import { purposeOf } from '../consents';
import { textOf, type JsonObject } from '../json';
import type { Command, Unmet } from '../command';
import type { CommandRule } from '../commands/command-rule';
import type { Context } from '../context';
import { addDuration } from '../day';
import { checkFields } from '../fields';
import { ORGANISATION_ROLES } from '../roles';
import type { JourneyState } from '../state';
import { refuse, refuseFor, type Decision } from './decision';

/** Faults of `data` by the command's own fields. */
export function fieldFaults(rule: CommandRule, command: Command): Unmet[] {
  return checkFields(rule.fields, command.data, 'data').map(({ field, remedy }) => ({
    guard: `field:${field}`,
    who: rule.by,
    remedy: `${command.command}: ${remedy}`,
  }));
}

/** Organisations that the actor may act for: that of the nomination, placement or contract, else every company of the journey. */
function organisationsOf(state: JourneyState, { by, data }: Command): readonly string[] {
  if (by.role === 'university') return [state.university || textOf(data.university)];
  const { placements, contracts } = state;
  const subject = placements[textOf(data.placement)] ?? contracts[textOf(data.contract)];
  if (subject !== undefined) return [subject.company];
  if (['company', 'placement', 'contract'].some((name) => data[name] !== undefined))
    return [textOf(data.company)];
  const companies = [...Object.values(placements), ...Object.values(contracts)].map(({ company }) => company);
  return [...new Set(companies)].sort();
}

/** Role and organisation of the actor. Lotse's own commands are taken from Lotse alone. */
export function actorRefusal(
  state: JourneyState,
  command: Command,
  rule: CommandRule,
  submittedBy: string,
): Decision | undefined {
  const { by } = command;
  if (!rule.by.includes(by.role) || (by.role === 'system') !== (submittedBy === 'system'))
    return refuseFor(
      'actor-not-allowed',
      'role',
      rule.by,
      `${command.command} is given by ${rule.by.join(', ')}, not by ${by.role}.`,
    );
  if (!ORGANISATION_ROLES.includes(by.role)) return undefined;
  const expected = organisationsOf(state, command);
  if (by.organisation !== undefined && (expected.includes(by.organisation) || expected[0] === ''))
    return undefined;
  return refuseFor(
    'actor-not-allowed',
    'organisation',
    [by.role],
    `${command.command} is given by the ${by.role} of ${expected.join(' or ') || 'the organisation concerned'}, not of ${by.organisation ?? 'nobody: give by.organisation'}.`,
  );
}

/** Existence, version and day: what holds for every command before its own guards. */
export function admissionRefusal(
  state: JourneyState,
  command: Command,
  context: Context,
): Decision | undefined {
  const { today, template, stamp } = context;
  const isNew = state.version === 0;
  if (isNew && command.command !== 'nominate')
    return refuseFor(
      'journey-unknown',
      'journey',
      ['university'],
      `Journey ${command.journey} does not exist: nominate first.`,
    );
  if (!isNew && command.command === 'nominate')
    return refuseFor(
      'journey-exists',
      'journey',
      ['university'],
      `Journey ${command.journey} exists already: use another journey id.`,
    );
  if (command.expectedVersion !== undefined && command.expectedVersion !== state.version)
    return refuseFor(
      'version-conflict',
      'version',
      ['coordinator'],
      `Journey ${command.journey} is at version ${state.version}, not ${command.expectedVersion}: read it again and decide anew.`,
    );
  if (state.status.code === 'void')
    return refuseFor(
      'journey-void',
      'status',
      [],
      `Journey ${command.journey} is void and takes nothing more: nominate anew.`,
    );
  if (command.happenedOn > today)
    return refuseFor(
      'day-not-allowed',
      'not-in-future',
      [command.by.role],
      `${command.command} may not happen after today, ${today}.`,
    );
  const oldest = addDuration(today, template.backdating, -1);
  if (!stamp.imported && command.happenedOn < oldest)
    return refuseFor(
      'day-not-allowed',
      'not-too-old',
      ['administrator'],
      `${command.command} may go back to ${oldest}: an administrator imports what is older.`,
    );
  return undefined;
}

/** Ids of records that the command names and nobody has recorded. */
export function unknownReferences(rule: CommandRule, command: Command, context: Context): Unmet[] {
  const known = {
    programme: () => context.programme !== undefined,
    agreement: () => context.agreement !== undefined,
    person: () => context.bornOn !== undefined,
    organisation: (id: string) => context.organisations[id] !== undefined,
  };
  return Object.entries(rule.fields).flatMap(([name, field]) => {
    if (field.kind !== 'id' || !Object.hasOwn(known, field.of)) return [];
    const id = textOf(command.data[name]);
    if (id === '' && field.optional === true) return [];
    return known[field.of as keyof typeof known](id)
      ? []
      : [
          {
            guard: `reference:data.${name}`,
            who: ['administrator'] as const,
            remedy: `${command.command}: record the ${field.of} ${id} first; nobody has.`,
          },
        ];
  });
}

const isTakenWhenClosed = ({ whenClosed = [] }: CommandRule, data: JsonObject): boolean =>
  whenClosed === true || whenClosed.includes(purposeOf(data));

/** Status beside the stage (rule 11): judged as of the day, for `advance` now. `reopen` asks for a closed journey. */
export function statusRefusal(
  now: JourneyState,
  judged: JourneyState,
  { command, journey, data }: Command,
  rule: CommandRule,
): Decision | undefined {
  const { code, on } = command === 'advance' || command === 'reopen' ? now.status : judged.status;
  if (command === 'reopen')
    return code === 'closed'
      ? undefined
      : refuseFor(
          'guards-unmet',
          'journey-closed',
          ['coordinator'],
          `Journey ${journey} is ${code}; only a closed one is reopened.`,
        );
  if (code === 'closed' && !isTakenWhenClosed(rule, data))
    return refuseFor(
      'journey-closed',
      'status',
      ['coordinator'],
      `Journey ${journey} is closed since ${on}: reopen it first, or date the ${command} before.`,
    );
  if (code === 'on-hold' && command === 'advance')
    return refuse('journey-on-hold', [
      { guard: 'status', who: ['coordinator'], remedy: `Journey ${journey} is on hold since ${on}.` },
    ]);
  return undefined;
}
