import type { Journey } from '../../api/types';

type Placement = Journey['state']['placements'][string];

/** Who fills in forms without an account, and which. */
export const PURPOSES = {
  mentor: ['check-in', 'confirm-month', 'start-internship', 'end-placement', 'evaluate'],
  company: ['sign-agreement', 'recommend', 'evaluate', 'sign-contract'],
  university: ['sign-agreement'],
} as const;
export type Holder = keyof typeof PURPOSES;
export const HOLDERS: readonly Holder[] = ['mentor', 'company', 'university'];

/** What is done again and again; everything else uses a link up. */
const RECURRING: readonly string[] = ['check-in', 'confirm-month'];
const LONG_DAYS = 90;
const SHORT_DAYS = 14;

/** How long a link for that holds, and whether it is used up by the first answer. */
export const termsOf = (
  commands: readonly string[],
): { readonly singleUse: boolean; readonly days: number } =>
  commands.some((command) => RECURRING.includes(command))
    ? { singleUse: false, days: LONG_DAYS }
    : { singleUse: commands.length === 1, days: SHORT_DAYS };

/** Placements that somebody answers for: agreed to, and not cancelled. */
export const answerable = ({ state }: Journey): readonly Placement[] =>
  Object.values(state.placements).filter(
    ({ agreedOn, cancelledOn }) => agreedOn !== undefined && cancelledOn === undefined,
  );

/** As whom the holder acts in a placement. */
export function holderOf(
  holder: Holder,
  { id, company, mentor }: Placement,
  university: string,
): {
  readonly role: Holder;
  readonly organisation: string;
  readonly reference?: string;
  readonly placement: string;
} {
  const organisation = holder === 'university' ? university : company;
  const reference = holder === 'mentor' && mentor !== undefined ? { reference: mentor } : {};
  return { role: holder, organisation, placement: id, ...reference };
}
