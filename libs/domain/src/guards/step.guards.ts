import { textOf } from '../json';
import type { Role } from '../roles';
import type { DeclaredCommand } from '../vocabulary';
import type { Guard, Judgement } from './guard';

const step = (
  code: string,
  who: readonly Role[],
  metBy: readonly DeclaredCommand[],
  text: string,
  check: (judged: Judgement) => boolean,
): Guard => ({ code, who, metBy, text, check });

const party = ({ command }: Judgement): string => textOf(command?.data.party);

/** What one step asks of the placement or contract it is about (domain.md, rule 2: the order table, and once-only steps). */
export const STEP_GUARDS: readonly Guard[] = [
  step(
    'placement-not-cancelled',
    ['coordinator'],
    ['reserve-placement'],
    'The placement is cancelled; another one',
    ({ placement }) => placement?.cancelledOn === undefined,
  ),
  step(
    'placement-not-ended',
    ['coordinator'],
    ['reserve-placement'],
    'The placement has ended; another one',
    ({ placement }) => placement?.ended === undefined,
  ),
  step(
    'placement-not-started',
    ['mentor', 'company', 'coordinator'],
    ['end-placement'],
    'The internship has started; it is ended, not cancelled',
    ({ placement }) => placement?.startedOn === undefined,
  ),
  step(
    'placement-unstarted',
    ['coordinator'],
    ['correct'],
    'The start is recorded already; a wrong one is corrected',
    ({ placement }) => placement?.startedOn === undefined,
  ),
  step(
    'placement-unagreed',
    ['coordinator'],
    ['correct'],
    'The company has agreed already',
    ({ placement }) => placement?.agreedOn === undefined,
  ),
  step(
    'candidate-not-opted-in',
    ['coordinator'],
    ['correct'],
    'The candidate has opted in already',
    ({ placement }) => placement?.optedInOn === undefined,
  ),
  step(
    'placement-started',
    ['mentor'],
    ['start-internship'],
    'The start of the internship on or before that day',
    ({ placement }) => placement?.startedOn !== undefined,
  ),
  step(
    'start-or-no-show',
    ['mentor', 'company'],
    ['start-internship', 'agree-placement'],
    'A start before the end, or for a no-show an agreed placement that never started',
    ({ placement, command }) =>
      command?.data.how === 'no-show'
        ? placement?.startedOn === undefined && placement?.agreedOn !== undefined
        : placement?.startedOn !== undefined,
  ),
  step(
    'placement-has-ended',
    ['mentor', 'company', 'coordinator'],
    ['end-placement'],
    'The end of the placement on or before that day',
    ({ placement }) => placement?.ended !== undefined,
  ),
  step(
    'placement-running',
    ['mentor'],
    ['resume-placement'],
    'The internship is interrupted already',
    ({ placement }) => placement?.interruptedOn === undefined,
  ),
  step(
    'placement-interrupted',
    ['mentor'],
    ['interrupt-placement'],
    'An interruption to resume from',
    ({ placement }) => placement?.interruptedOn !== undefined,
  ),
  step(
    'month-confirmed',
    ['mentor'],
    ['confirm-month'],
    'A confirmation of the month to contest',
    ({ placement, command }) => placement?.months[textOf(command?.data.month)] === 'confirmed',
  ),
  step(
    'party-not-signed',
    ['coordinator'],
    ['correct'],
    'This party has signed already',
    (judged) =>
      (judged.contract ?? judged.placement?.pending ?? judged.placement)?.signatures[party(judged)] ===
      undefined,
  ),
  step(
    'party-not-evaluated',
    ['coordinator'],
    ['correct'],
    'This party has evaluated already; a wrong evaluation is corrected',
    (judged) => judged.placement?.evaluations[party(judged)] === undefined,
  ),
  step(
    'party-is-actor',
    ['coordinator'],
    [],
    'party is the role of the one who acts',
    (judged) => party(judged) === judged.command?.by.role,
  ),
  step(
    'id-free',
    ['coordinator', 'company'],
    [],
    'An id that no other placement or contract has',
    ({ placement, contract, context }) =>
      placement === undefined && contract === undefined && context.idTakenBy === undefined,
  ),
  step(
    'company-kind',
    ['coordinator'],
    [],
    'An organisation of kind company',
    ({ command, context }) => context.organisations[textOf(command?.data.company)]?.kind === 'company',
  ),
  step(
    'university-kind',
    ['university'],
    [],
    'An organisation of kind university',
    ({ command, context }) => context.organisations[textOf(command?.data.university)]?.kind === 'university',
  ),
  step(
    'arrival-meant',
    ['candidate'],
    [],
    'Either a placement or a stay',
    ({ command }) => (command?.data.placement === undefined) !== (command?.data.stay === undefined),
  ),
  step(
    'contract-open',
    ['company'],
    ['prepare-contract'],
    'The contract is declined, retracted or withdrawn from; another one',
    ({ contract }) => (contract?.declinedOn ?? contract?.retractedOn ?? contract?.withdrawnOn) === undefined,
  ),
  step(
    'contract-not-offered',
    ['company'],
    ['retract-contract', 'prepare-contract'],
    'The contract is offered already',
    ({ contract, day }) => contract?.offered === undefined || (contract.offered.validUntil ?? day) < day,
  ),
  step(
    'offer-ahead',
    ['company'],
    [],
    'A last day of the offer that is not before the offer',
    ({ command, day }) => (textOf(command?.data.validUntil) || day) >= day,
  ),
  step(
    'offer-valid',
    ['company'],
    ['offer-contract'],
    'An offer that is still valid on the day the candidate signs (§ 148 BGB); a new one',
    (judged) =>
      party(judged) !== 'candidate' || (judged.contract?.offered?.validUntil ?? judged.day) >= judged.day,
  ),
  step(
    'contract-offered',
    ['company'],
    ['offer-contract'],
    'The offer of the contract on or before that day',
    ({ contract }) => contract?.offered !== undefined,
  ),
  step(
    'contract-not-concluded',
    ['company'],
    ['retract-contract'],
    'Both have signed; only the company can still retract',
    ({ contract }) =>
      contract?.signatures.company === undefined || contract.signatures.candidate === undefined,
  ),
];
