import {
  CLOCK_EFFECTS,
  CLOCK_FIRED,
  clocks,
  isWithdrawn,
  ROLES,
  STATUTORY_CLOCKS,
  stageOf,
  type Context,
  type Fact,
  type JourneyState,
  type Purpose,
  type Role,
} from '@lotse/domain';
import type { Recipient, Reminder } from '../ports/outbox-store.port';

/** Phases in which the company is that of the contract, not that of the internship. */
const OF_CONTRACT: readonly string[] = ['contract', 'integrationFollowUp'];

/** The company of the present phase: of the last contract that stands, else of the last placement that does. */
function companyOf(state: JourneyState, { template }: Context): string | undefined {
  const contract = Object.values(state.contracts).findLast(
    ({ declinedOn, retractedOn, withdrawnOn }) => (declinedOn ?? retractedOn ?? withdrawnOn) === undefined,
  );
  const placement = Object.values(state.placements).findLast(({ cancelledOn }) => cancelledOn === undefined);
  const { phase } = stageOf(template, state.stage.code);
  return (OF_CONTRACT.includes(phase) ? contract : undefined)?.company ?? placement?.company;
}

/** Who a role is in this journey; undefined where nobody is it yet, so that no other organisation is told. */
export function recipientOf(state: JourneyState, context: Context, role: Role): Recipient | undefined {
  if (role === 'candidate') return { role, person: state.person };
  if (role === 'university') return { role, organisation: state.university };
  if (role !== 'company' && role !== 'mentor') return { role };
  const organisation = companyOf(state, context);
  return organisation === undefined ? undefined : { role, organisation };
}

/** What a mail to a role is for; the office of the programme does its own duty. */
const PURPOSE_OF: Readonly<Partial<Record<Role, Purpose>>> = {
  candidate: 'participation',
  company: 'company-sharing',
  mentor: 'company-sharing',
  university: 'partner-country',
};

/** What tells of an emergency access stands among the clocks under this code. */
export const EMERGENCY_CODE = 'emergency-access';

/** Codes of what is told whatever consent is withdrawn: a law asks for it, or somebody looked where they else may not. */
export const SPARED: readonly string[] = [...STATUTORY_CLOCKS, EMERGENCY_CODE];

/** Roles that are written to no more, but for what a law asks of them: the consent to it is withdrawn. */
export const silencedBy = (state: JourneyState): Role[] =>
  ROLES.filter((role) => {
    const purpose = PURPOSE_OF[role];
    return purpose !== undefined && isWithdrawn(state, purpose);
  });

/**
 * Reminders that go with the clocks fired by `facts`. A clock that was past already when its fact came in is a task in the
 * inbox and no mail (design.md §4, back-dated facts).
 * @param before the state in which they fired
 */
export function remindersOf(before: JourneyState, facts: readonly Fact[], context: Context): Reminder[] {
  const fired = facts.filter(({ kind }) => kind === CLOCK_FIRED);
  if (fired.length === 0) return [];
  const open = clocks(before, context.template, context.isWorkingDay);
  return fired.flatMap(({ data, insertedAt }) => {
    const clock = open.find(({ code, dueOn }) => code === data.clock && dueOn === data.dueOn);
    if (clock === undefined || clock.overdue) return [];
    const silenced = clock.kind === 'S' ? [] : silencedBy(before);
    const to = [clock.who, ...clock.also]
      .filter((role) => !silenced.includes(role))
      .flatMap((role) => recipientOf(before, context, role) ?? []);
    const { code, dueOn } = clock;
    const effect = CLOCK_EFFECTS.find((one) => one === data.effect) ?? clock.effect; // what it did, not what it might have done
    const { id: journey, programme } = before;
    return [{ journey, programme, clock: code, dueOn, effect, firedAt: insertedAt, to }];
  });
}
