import {
  CLOCK_FIRED,
  clocks,
  stageOf,
  type Context,
  type Fact,
  type JourneyState,
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
function recipientOf(state: JourneyState, context: Context, role: Role): Recipient | undefined {
  if (role === 'candidate') return { role, person: state.person };
  if (role === 'university') return { role, organisation: state.university };
  if (role !== 'company' && role !== 'mentor') return { role };
  const organisation = companyOf(state, context);
  return organisation === undefined ? undefined : { role, organisation };
}

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
    const to = [clock.who, ...clock.also].flatMap((role) => recipientOf(before, context, role) ?? []);
    const { code, dueOn, effect } = clock;
    const { id: journey, programme } = before;
    return [{ journey, programme, clock: code, dueOn, effect, firedAt: insertedAt, to }];
  });
}
