import type { Unmet } from '../../api/problem';
import type { Journey } from '../../api/types';
import { guardCode } from '../../shared/guard-text';
import type { Act } from '../../shared/act-dialog';
import { amendment } from './company-acts';
import type { Contract, Placement } from './placements';

export type Verdict = 'met' | 'unmet' | 'open';

/** What is said of a check, with the days and codes that it names. */
export interface Check {
  readonly name: 'pay' | 'title' | 'wage';
  readonly verdict: Verdict;
  readonly why:
    | 'noContract'
    | 'noRoute'
    | 'notOffered'
    | 'judging'
    | 'payMet'
    | 'paySigned'
    | 'payLow'
    | 'titleHidden'
    | 'titleMissing'
    | 'titleShort'
    | 'titleMet'
    | 'noPlacement'
    | 'agreementLow'
    | 'agreementMet'
    | 'agreementSigned';
  readonly day?: string;
  readonly until?: string;
  readonly route?: string;
  /** The rule with its figure and source, in the API's own words. */
  readonly source?: string;
  readonly act?: Act;
}

/** What the checks read of a journey. */
export interface Standing {
  readonly today: string;
  readonly hidden: readonly string[];
  readonly state: Pick<Journey['state'], 'stays' | 'titles'>;
}

/** The guard that holds pay against the floor of the route. */
export const PAY_FLOOR = 'contract-pay-floor';

/** The rule with its figure and source; the commands that the API names behind them stand as buttons here. */
const ruleOf = ({ remedy }: Unmet): string => remedy.replace(/\):[^)]*$/, ')');

/** The stay for work: the second, after the internship. */
const WORK_STAY = 2;

/** Pay against the floor of the chosen route, by the law of the day: the API judges it when the contract is signed. */
export function payCheck(
  { state, today }: Standing,
  contract: Contract | undefined,
  unmet: readonly Unmet[] | undefined,
): Check {
  const name = 'pay';
  const route = state.stays[WORK_STAY]?.route;
  if (contract === undefined) return { name, verdict: 'open', why: 'noContract' };
  if (route === undefined) return { name, verdict: 'open', why: 'noRoute' };
  const of = { route: route.code };
  if (contract.signatures.company !== undefined)
    return { name, verdict: 'met', why: 'paySigned', day: contract.signatures.company, ...of };
  if (contract.offered === undefined)
    return {
      name,
      verdict: 'open',
      why: 'notOffered',
      ...of,
      act: { command: 'offer-contract', fixed: { contract: contract.id }, only: ['validUntil'] },
    };
  if (unmet === undefined) return { name, verdict: 'open', why: 'judging' };
  const low = unmet.find(({ guard }) => guardCode(guard) === PAY_FLOOR);
  return low === undefined
    ? { name, verdict: 'met', why: 'payMet', day: today, ...of }
    : {
        name,
        verdict: 'unmet',
        why: 'payLow',
        day: today,
        ...of,
        source: ruleOf(low),
        act: amendment(contract),
      };
}

/** Work needs a title that covers it on the first day (§ 4a AufenthG). */
export function titleCheck({ state, hidden }: Standing, contract: Contract | undefined): Check {
  const name = 'title';
  if (contract === undefined) return { name, verdict: 'open', why: 'noContract' };
  if (hidden.includes('titles')) return { name, verdict: 'open', why: 'titleHidden' };
  const titles = state.titles.filter(({ stay }) => stay >= WORK_STAY);
  const last = titles.at(-1);
  if (last === undefined) return { name, verdict: 'open', why: 'titleMissing', day: contract.startsOn };
  const covering = titles.find(
    ({ validFrom, validTo }) => validFrom <= contract.startsOn && contract.startsOn <= validTo,
  );
  const { route, validFrom, validTo } = covering ?? last;
  return covering === undefined
    ? { name, verdict: 'unmet', why: 'titleShort', route, day: validFrom, until: validTo }
    : { name, verdict: 'met', why: 'titleMet', route, day: validFrom, until: validTo };
}

/** Whether the internship pays what the law asks: the API judges the agreement when it is signed. */
export function agreementCheck(placement: Placement | undefined, unmet: readonly Unmet[] | undefined): Check {
  const name = 'wage';
  if (placement === undefined) return { name, verdict: 'open', why: 'noPlacement' };
  if (placement.signatures.company !== undefined)
    return { name, verdict: 'met', why: 'agreementSigned', day: placement.signatures.company };
  if (unmet === undefined) return { name, verdict: 'open', why: 'judging' };
  const low = unmet.find(({ guard }) => guard === 'agreement-lawful:minimum-wage');
  return low === undefined
    ? { name, verdict: 'met', why: 'agreementMet' }
    : { name, verdict: 'unmet', why: 'agreementLow', source: ruleOf(low) };
}
