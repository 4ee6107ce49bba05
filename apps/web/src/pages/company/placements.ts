import type { components } from '../../api/generated/schema';
import type { Journey } from '../../api/types';
import type { OwnJourney } from '../../shared/own-journeys';

export type Placement = components['schemas']['PlacementState'];
type AnyContract = components['schemas']['ContractState'];
/** A contract of one's own side: its pay is shown. */
export type Contract = AnyContract & { readonly monthlyGrossEur: number };

/** In the order in which they ask something of a company. */
export const GROUPS = ['offered', 'deciding', 'contract', 'running', 'coming', 'working', 'past'] as const;
export type Group = (typeof GROUPS)[number];

export interface OwnPlacement extends OwnJourney {
  readonly journey: Journey;
  readonly placement: Placement | undefined;
  readonly contract: Contract | undefined;
  readonly group: Group;
}

const showsPay = (contract: AnyContract): contract is Contract => contract.monthlyGrossEur !== undefined;

/** Whether a contract is still to be had, or was concluded. */
const isOpen = ({ declinedOn, retractedOn, withdrawnOn }: Contract): boolean =>
  (declinedOn ?? retractedOn ?? withdrawnOn) === undefined;

/** The placement of a company that a journey is about now: what runs or is to come before what is over. */
export const placementOf = ({ state }: Journey, company: string | undefined): Placement | undefined =>
  Object.values(state.placements)
    .filter((one) => one.company === company)
    .sort((one, other) => rank(other) - rank(one) || other.from.localeCompare(one.from))[0];

const rank = ({ cancelledOn, ended }: Placement): number =>
  cancelledOn !== undefined ? 0 : ended === undefined ? 2 : 1;

export const contractOf = ({ state }: Journey, company: string | undefined): Contract | undefined =>
  Object.values(state.contracts)
    .filter((one) => one.company === company)
    .filter(showsPay)
    .filter(isOpen)
    .at(-1);

function groupOf(
  { status, state }: Journey,
  placement: Placement | undefined,
  contract: Contract | undefined,
): Group {
  const job = state.employments.find(({ ended }) => ended === undefined);
  if (job !== undefined) return 'working';
  if (status === 'closed' || status === 'void') return 'past';
  if (contract !== undefined) return 'contract';
  if (placement === undefined || placement.cancelledOn !== undefined) return 'past';
  if (placement.ended !== undefined)
    return placement.ended.how === 'no-show' || placement.recommended === false ? 'past' : 'deciding';
  if (placement.agreedOn === undefined) return 'offered';
  return placement.startedOn === undefined ? 'coming' : 'running';
}

/** What each journey is to a company. */
export const placementsOf = (
  own: readonly OwnJourney[],
  company: string | undefined,
): readonly OwnPlacement[] =>
  own.flatMap(({ line, journey }) => {
    if (journey === undefined) return [];
    const placement = placementOf(journey, company);
    const contract = contractOf(journey, company);
    return [{ line, journey, placement, contract, group: groupOf(journey, placement, contract) }];
  });

export type Figure =
  'offered' | 'agreed' | 'started' | 'ended' | 'recommended' | 'contracts' | 'signed' | 'working';

/** A company's own figures, counted over what it sees: placements and contracts of its own. */
export function figuresOf(own: readonly OwnPlacement[]): readonly (readonly [Figure, number])[] {
  const count = (holds: (one: OwnPlacement) => boolean): number => own.filter(holds).length;
  return [
    ['offered', count(({ placement }) => placement !== undefined)],
    ['agreed', count(({ placement }) => placement?.agreedOn !== undefined)],
    ['started', count(({ placement }) => placement?.startedOn !== undefined)],
    ['ended', count(({ placement }) => placement?.ended !== undefined)],
    ['recommended', count(({ placement }) => placement?.recommended === true)],
    ['contracts', count(({ contract }) => contract !== undefined)],
    [
      'signed',
      count(
        ({ contract }) =>
          contract?.signatures.company !== undefined && contract.signatures.candidate !== undefined,
      ),
    ],
    ['working', count(({ group }) => group === 'working')],
  ];
}
