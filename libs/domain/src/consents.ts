import type { Day } from './day';
import type { JsonObject } from './json';
import { textOf } from './json';

/** What a candidate consents to, each for itself. A consent that names none is to take part in the programme. */
export const PURPOSES = [
  'participation',
  'company-sharing',
  'partner-country',
  'talent-pool',
  'publicity',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** A consent in force, and the day it was last given. */
export interface Consent {
  readonly version: string;
  readonly language: string;
  readonly on: Day;
}

/** The consents of a journey by purpose. */
export interface Consents {
  readonly consents: Readonly<Partial<Record<Purpose, Consent>>>;
  /** Withdrawn and not given again since, with the day. Nobody was asked for what stands in neither. */
  readonly consentsWithdrawn: Readonly<Partial<Record<Purpose, Day>>>;
}

/** Nobody takes part without them: they come with the consent to take part, and go with it. */
const WITHIN_PARTICIPATION: readonly Purpose[] = ['company-sharing', 'partner-country'];

/** Purposes that go on when the journey is over. */
export const OUTLIVING: readonly Purpose[] = ['talent-pool', 'publicity'];

/** The purpose that a command names; a consent of before there were purposes is to take part. */
export const purposeOf = ({ purpose }: JsonObject): Purpose =>
  PURPOSES.find((one) => one === textOf(purpose)) ?? 'participation';

/** True from the day of the withdrawal until the consent is given anew: nothing is done for the purpose then. */
export const isWithdrawn = ({ consentsWithdrawn }: Consents, purpose: Purpose): boolean =>
  consentsWithdrawn[purpose] !== undefined ||
  (WITHIN_PARTICIPATION.includes(purpose) && consentsWithdrawn.participation !== undefined);

/** Whether there is something to withdraw: given for itself, or together with taking part. */
export const isGiven = (state: Consents, purpose: Purpose): boolean =>
  state.consents[purpose] !== undefined ||
  (WITHIN_PARTICIPATION.includes(purpose) &&
    state.consents.participation !== undefined &&
    !isWithdrawn(state, purpose));

/** Every purpose that is withdrawn, in their order. */
export const withdrawnPurposes = (state: Consents): readonly Purpose[] =>
  PURPOSES.filter((purpose) => isWithdrawn(state, purpose));
