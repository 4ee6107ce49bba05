export { commitment } from './commitment.workflow';
export { contract } from './contract.workflow';
export { delivery } from './delivery.workflow';
export { integrationFollowUp } from './integration-follow-up.workflow';
export { internship } from './internship.workflow';
export { sweep } from './sweep.workflow';
export { universitySelection } from './university-selection.workflow';
