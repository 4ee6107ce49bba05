import type { Journey } from '../../api/types';
import { daysBetween } from '../../i18n/dates';
import type { Tone } from '../../shared/badges';

/** How an axis stands: a word of the page, or a code of the domain. */
export interface AxisChip {
  readonly axis:
    'commitment' | 'placement' | 'title' | 'language' | 'recognition' | 'contract' | 'integration';
  readonly tone: Tone;
  readonly state:
    | 'none'
    | 'issuedOnly'
    | 'signedOnly'
    | 'signedBoth'
    | 'withdrawnOnly'
    | 'waivedOnly'
    | 'reserved'
    | 'agreed'
    | 'running'
    | 'ended'
    | 'over'
    | 'daysLeft'
    | 'booked'
    | 'contractPrepared'
    | 'contractOffered'
    | 'contractSigned'
    | 'contractOver'
    | 'code';
  /** Of `code`: the code, such as a risk or a result. */
  readonly code?: string;
  /** Of `daysLeft`. */
  readonly count?: number;
}

type State = Pick<
  Journey['state'],
  'commitment' | 'placements' | 'titles' | 'language' | 'recognitions' | 'contracts' | 'integration'
>;
type Stand = Omit<AxisChip, 'axis'>;

/** A title that ends within so many days is amber. */
export const AMBER_DAYS = 60;
/** Company and candidate. */
const SIGNERS = 2;
const NONE: Stand = { state: 'none', tone: 'waiting' };
const PASSED = ['passed', 'full', 'comparable'];
const RISK: Readonly<Record<string, Tone>> = {
  none: 'done',
  watch: 'soon',
  'at-risk': 'late',
  critical: 'late',
};

/** The placement that counts: the last one that was not cancelled. */
export const placementOf = ({ placements }: Pick<State, 'placements'>) =>
  Object.values(placements)
    .filter(({ cancelledOn }) => cancelledOn === undefined)
    .at(-1);

function commitment({ issued, signed, countersignedOn, waivedOn, withdrawnOn }: State['commitment']): Stand {
  if (withdrawnOn !== undefined) return { state: 'withdrawnOnly', tone: 'late' };
  if (countersignedOn !== undefined) return { state: 'signedBoth', tone: 'done' };
  if (signed !== undefined) return { state: 'signedOnly', tone: 'soon' };
  if (waivedOn !== undefined) return { state: 'waivedOnly', tone: 'held' };
  return issued === undefined ? NONE : { state: 'issuedOnly', tone: 'active' };
}

function placement(state: State): Stand {
  const last = placementOf(state);
  if (last === undefined) return NONE;
  if (last.ended !== undefined) return { state: 'ended', tone: 'closed' };
  if (last.startedOn !== undefined) return { state: 'running', tone: 'done' };
  return last.agreedOn === undefined
    ? { state: 'reserved', tone: 'soon' }
    : { state: 'agreed', tone: 'active' };
}

function title({ titles }: State, today: string): Stand {
  const last = titles.at(-1);
  if (last === undefined) return NONE;
  const count = daysBetween(today, last.validTo);
  if (count < 0) return { state: 'over', tone: 'late' };
  return { state: 'daysLeft', count, tone: count < AMBER_DAYS ? 'soon' : 'active' };
}

function resultOf(result: string | undefined, open: 'booked' | 'running'): Stand {
  if (result === undefined) return { state: open, tone: 'active' };
  return { state: 'code', code: result, tone: PASSED.includes(result) ? 'done' : 'soon' };
}

function contract({ contracts }: State): Stand {
  const last = Object.values(contracts).at(-1);
  if (last === undefined) return NONE;
  if ((last.declinedOn ?? last.retractedOn ?? last.withdrawnOn) !== undefined)
    return { state: 'contractOver', tone: 'closed' };
  if (Object.keys(last.signatures).length >= SIGNERS) return { state: 'contractSigned', tone: 'done' };
  return last.offered === undefined
    ? { state: 'contractPrepared', tone: 'active' }
    : { state: 'contractOffered', tone: 'soon' };
}

/** Everything that runs beside the stage, each in a word. What the reader may not see looks as before anything happened. */
export function axisChips(state: State, today: string): readonly AxisChip[] {
  const exam = Object.values(state.language.exams).at(-1);
  const recognition = Object.values(state.recognitions).at(-1);
  const risk = state.integration.checkIns.at(-1)?.risk;
  return [
    { axis: 'commitment', ...commitment(state.commitment) },
    { axis: 'placement', ...placement(state) },
    { axis: 'title', ...title(state, today) },
    { axis: 'language', ...(exam === undefined ? NONE : resultOf(exam.result, 'booked')) },
    { axis: 'recognition', ...(recognition === undefined ? NONE : resultOf(recognition.result, 'running')) },
    { axis: 'contract', ...contract(state) },
    {
      axis: 'integration',
      ...(risk === undefined ? NONE : { state: 'code', code: risk, tone: RISK[risk] ?? 'waiting' }),
    },
  ];
}
