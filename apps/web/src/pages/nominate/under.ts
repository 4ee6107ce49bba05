import type { NominationAgreement } from './agreements';
import type { Under } from './person-values';

export const underOf = ({ id, programme, organisation }: NominationAgreement): Under => ({
  programme,
  university: organisation,
  agreement: id,
});
