import { ROLES, type Day, type Instant } from '@lotse/domain';
import type { Action } from './actions';
import { isOpen } from './openings';
import type { Grant, Principal } from './principal';
import { relationOf, type JourneyFacts, type Relation, type Subject } from './relation';
import type { PolicyRow } from './table/policy-row';
import { POLICY } from './table/policy-table';

/** Why not. Stable codes. `unrelated`: nothing that is held reaches the subject, so that for this principal it does not exist. */
export type RefusedBecause = 'no-grant' | 'action-not-allowed' | 'unrelated' | 'outside-scope';

export type Permission =
  { readonly ok: true } | { readonly ok: false; readonly because: RefusedBecause; readonly reason: string };

/** Rows by role, since each question is about one. */
const ROWS = new Map(ROLES.map((role) => [role, POLICY.filter((row) => row.role === role)]));

/** What a scoped link opens, of its one journey; its commands are narrowed by `onlyCommands`. */
const OF_LINK: readonly Action[] = [
  'journey.list',
  'journey.read',
  'command.submit',
  'command.preview',
  'file.upload',
  'note.read',
];
/** Emergency access reads; it changes nothing. */
const OF_EMERGENCY: readonly Action[] = [
  'journey.read',
  'journey.timeline',
  'note.read',
  'file.read',
  'record.read',
];

const REASONS: Readonly<Record<RefusedBecause, string>> = {
  'no-grant': 'No role that is held today allows it.',
  'action-not-allowed': 'None of the roles held may do this here.',
  unrelated: 'None of the roles held reaches it.',
  'outside-scope': 'The token or link is narrower than its owner and does not allow it.',
};

const refused = (because: RefusedBecause): Permission => ({ ok: false, because, reason: REASONS[because] });
const ALLOWED: Permission = { ok: true };

/** What the principal holds on a day and at an instant: grants out of their days and an emergency that is over fall away. */
export function inForce(principal: Principal, at: { readonly today: Day; readonly now: Instant }): Principal {
  const { emergency, ...rest } = principal;
  const grants = rest.grants.filter(
    ({ from, to }) => (from === undefined || from <= at.today) && (to === undefined || at.today <= to),
  );
  return emergency !== undefined && emergency.until > at.now
    ? { ...rest, grants, emergency }
    : { ...rest, grants };
}

function inScope({ entrance, scopes, onlyCommands }: Principal, action: Action): boolean {
  if ((entrance === 'link' || onlyCommands !== undefined) && !OF_LINK.includes(action)) return false;
  if (scopes === undefined) return true;
  const [area = ''] = action.split('.');
  return scopes.some((scope) => scope === action || scope === `${area}.*`);
}

/** The grants that hold for a subject: an open emergency counts as coordinating that one journey. */
export function grantsFor({ grants, emergency }: Principal, subject: Subject | undefined): readonly Grant[] {
  if (subject?.kind !== 'journey' || emergency?.journey !== subject.journey.journey) return grants;
  return [...grants, { role: 'coordinator', journey: subject.journey.journey }];
}

/** Rows of a grant that hold where its holder stands so. */
export function rowsOf(grant: Grant, relation: Relation, facts?: JourneyFacts): readonly PolicyRow[] {
  return (ROWS.get(grant.role) ?? []).filter(
    ({ on, duty, opens, purpose }) =>
      on.includes(relation) &&
      (duty === undefined || grant.duties?.includes(duty) === true) &&
      (facts === undefined ||
        (isOpen(opens, grant, facts) && (purpose === undefined || !facts.withdrawn.includes(purpose)))),
  );
}

const anyRow = (grant: Grant, action: Action): boolean =>
  (ROWS.get(grant.role) ?? []).some(
    ({ may: actions, duty }) =>
      actions.includes(action) && (duty === undefined || grant.duties?.includes(duty) === true),
  );

/**
 * Whether a principal may take an action on a subject; without a subject, whether on anything at all. Pure, and the one answer for
 * guards, buttons and documentation. Give a principal that `inForce` has looked at.
 */
export function may(principal: Principal, action: Action, subject?: Subject): Permission {
  if (!inScope(principal, action)) return refused('outside-scope');
  if (principal.grants.length === 0 && principal.emergency === undefined) return refused('no-grant');
  if (subject === undefined)
    return principal.grants.some((grant) => anyRow(grant, action)) ? ALLOWED : refused('action-not-allowed');
  const facts = subject.kind === 'journey' ? subject.journey : undefined;
  if (
    principal.emergency !== undefined &&
    facts?.journey === principal.emergency.journey &&
    OF_EMERGENCY.includes(action)
  )
    return ALLOWED;
  const rows = principal.grants.flatMap((grant) => rowsOf(grant, relationOf(grant, subject), facts));
  if (rows.some(({ may: actions }) => actions.includes(action))) return ALLOWED;
  return refused(
    facts !== undefined && !rows.some(({ may: actions }) => actions.includes('journey.read'))
      ? 'unrelated'
      : 'action-not-allowed',
  );
}
