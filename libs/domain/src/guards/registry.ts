import { COMMITMENT_GUARDS } from './commitment.guards';
import type { Guard } from './guard';
import { PLACEMENT_GUARDS } from './placement.guards';
import { SELECTION_GUARDS } from './selection.guards';
import { STAY_GUARDS } from './stay.guards';
import { STEP_GUARDS } from './step.guards';

const ALL: readonly Guard[] = [
  ...SELECTION_GUARDS,
  ...COMMITMENT_GUARDS,
  ...PLACEMENT_GUARDS,
  ...STAY_GUARDS,
  ...STEP_GUARDS,
];

/** Every guard by its code: stages and commands name them, so that template and code cannot drift apart unseen. */
export const GUARDS: ReadonlyMap<string, Guard> = new Map(ALL.map((guard) => [guard.code, guard]));

/** The guards of these codes, in order. @throws RangeError for a code nobody defined: a fault of data. */
export const guardsOf = (codes: readonly string[]): readonly Guard[] =>
  codes.map((code) => {
    const guard = GUARDS.get(code);
    if (guard === undefined) throw new RangeError(`No guard has the code ${code}`);
    return guard;
  });
