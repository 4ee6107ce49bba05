import type { Journey } from '../../api/types';
import type { Act } from '../../shared/act-dialog';
import type { Contract, Placement } from './placements';

const isOpenFor = (journey: Journey, command: string, about?: string): boolean =>
  journey.commands.some(
    (one) =>
      one.command === command && (about === undefined || one.about === undefined || one.about === about),
  );

/** What a company can do about a placement today, the most wanted first. */
export function placementActs(journey: Journey, placement: Placement): readonly Act[] {
  const { id: about, signatures, evaluations, ended } = placement;
  const fixed = { placement: about };
  const possible: readonly (Act & { readonly wanted: boolean })[] = [
    { command: 'agree-placement', fixed, wanted: placement.agreedOn === undefined },
    {
      command: 'sign-agreement',
      fixed: { ...fixed, party: 'company' },
      only: [],
      paper: { topic: 'placement', reference: `agreement-${about}-company` },
      wanted: signatures.company === undefined && placement.agreedOn !== undefined,
    },
    {
      command: 'evaluate',
      fixed: { ...fixed, party: 'company' },
      wanted: ended !== undefined && evaluations.company === undefined,
    },
    { command: 'end-placement', fixed, wanted: placement.startedOn !== undefined && ended === undefined },
    { command: 'cancel-placement', fixed, wanted: placement.startedOn === undefined && ended === undefined },
  ];
  return possible.filter(({ command, wanted }) => wanted && isOpenFor(journey, command, about));
}

/** What a company can do about a contract today. */
export function contractActs(
  journey: Journey,
  contract: Contract,
): { readonly approve?: Act; readonly decline?: Act; readonly more: readonly Act[] } {
  const about = contract.id;
  const fixed = { contract: about };
  const paper = { topic: 'contract', reference: `${about}-company` } as const;
  const isOffered = contract.offered !== undefined;
  const hasSigned = contract.signatures.company !== undefined;
  const isConcluded = hasSigned && contract.signatures.candidate !== undefined;
  const approve: Act | undefined = !isOffered
    ? { command: 'offer-contract', fixed, only: ['validUntil'] }
    : !hasSigned
      ? { command: 'sign-contract', fixed: { ...fixed, party: 'company' }, only: [], paper }
      : isConcluded && isOpenFor(journey, 'start-work')
        ? { command: 'start-work', fixed, initial: { on: contract.startsOn }, paper }
        : undefined;
  const decline: Act | undefined = isOpenFor(journey, 'retract-contract', about)
    ? { command: 'retract-contract', fixed }
    : undefined;
  return {
    ...(approve === undefined ? {} : { approve }),
    ...(decline === undefined ? {} : { decline }),
    more: isOpenFor(journey, 'amend-contract', about) ? [amendment(contract)] : [],
  };
}

/** Pay and hours of a contract anew, as they stand. */
export const amendment = ({ id, monthlyGrossEur, hoursPerWeek, startsOn }: Contract): Act => ({
  command: 'amend-contract',
  fixed: { contract: id },
  initial: { monthlyGrossEur, hoursPerWeek, startsOn },
  only: ['monthlyGrossEur', 'fixedExtrasEur', 'hoursPerWeek', 'startsOn'],
  paper: { topic: 'contract', reference: `${id}-amended` },
});
