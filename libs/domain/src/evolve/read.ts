import type { Fact } from '../fact';
import { textOf, type Json } from '../json';
import type { Contract, JourneyState, Placement } from '../state';

/** One fact folded into the journey. Total: a fact whose ground was struck away changes nothing. */
export type Fold = (state: JourneyState, fact: Fact) => JourneyState;

/** Facts were checked when they were accepted; these readers only name the type again. */
export const amount = (value: Json | undefined): number => (typeof value === 'number' ? value : 0);
export const flag = (value: Json | undefined): boolean => value === true;
export const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.map(textOf) : [];

/** Changes the placement that the fact is about; the journey stays as it is when there is none. */
export function withPlacement(
  state: JourneyState,
  fact: Fact,
  change: (placement: Placement) => Placement,
): JourneyState {
  const placement = state.placements[textOf(fact.data.placement)];
  return placement === undefined
    ? state
    : { ...state, placements: { ...state.placements, [placement.id]: change(placement) } };
}

/** Changes the contract that the fact is about; the journey stays as it is when there is none. */
export function withContract(
  state: JourneyState,
  fact: Fact,
  change: (contract: Contract) => Contract,
): JourneyState {
  const contract = state.contracts[textOf(fact.data.contract)];
  return contract === undefined
    ? state
    : { ...state, contracts: { ...state.contracts, [contract.id]: change(contract) } };
}
