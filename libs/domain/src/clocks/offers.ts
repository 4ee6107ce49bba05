import type { Contract } from '../state';

/** An offer that waits for the candidate. */
export const isUnanswered = ({ signatures, declinedOn, retractedOn, withdrawnOn }: Contract): boolean =>
  (signatures.candidate ?? declinedOn ?? retractedOn ?? withdrawnOn) === undefined;
