import type { Journey } from '../../api/types';
import type { Act } from '../../shared/act-dialog';

/** The side that an agreement is signed by, in the order of the paper. */
const PARTIES = ['university', 'company', 'candidate'] as const;

const ANSWERS = ['sent', 'resent', 'pending', 'verified', 'rejected', 'cancelled'] as const;
export type Answer = (typeof ANSWERS)[number];
const OPEN_ANSWERS: readonly Answer[] = ['sent', 'resent', 'pending'];

/** Whom the selection has decided on was taken up, also where nobody noted that the papers were verified. */
export function answerOfProgramme({ nomination: { status }, selection }: Journey['state']): Answer {
  const answer = ANSWERS.find((one) => one === status) ?? 'sent';
  return selection !== undefined && OPEN_ANSWERS.includes(answer) ? 'verified' : answer;
}

interface Signable {
  readonly id: string;
  readonly site: string;
  readonly signatures: Readonly<Record<string, string | undefined>>;
  readonly parties: typeof PARTIES;
}

/** Placements whose agreement is signed or may be. */
export const signable = ({ state }: Journey): readonly Signable[] =>
  Object.values(state.placements)
    .filter(({ agreedOn, cancelledOn }) => agreedOn !== undefined && cancelledOn === undefined)
    .map(({ id, site, signatures }) => ({
      id,
      site,
      signatures: Object.fromEntries(Object.entries(signatures).map(([party, day]) => [party, String(day)])),
      parties: PARTIES,
    }));

/** What a university can do for a student today. */
export function studentActs(journey: Journey): readonly Act[] {
  const isOpen = (command: string, about?: string): boolean =>
    journey.commands.some((one) => one.command === command && (about === undefined || one.about === about));
  const sign = signable(journey)
    .filter(({ id, signatures }) => signatures.university === undefined && isOpen('sign-agreement', id))
    .map(({ id }): Act => ({
      command: 'sign-agreement',
      fixed: { placement: id, party: 'university' },
      only: [],
      paper: { topic: 'placement', reference: `agreement-${id}-university` },
    }));
  const plain: readonly Act[] = [
    { command: 'resend-nomination' },
    { command: 'cancel-nomination' },
    { command: 'record-degree', paper: { topic: 'nomination', reference: `degree-${journey.id}` } },
  ];
  return [...sign, ...plain.filter(({ command }) => isOpen(command) && isTimely(journey, command))];
}

/** The API takes these as long as nothing speaks against them; here they stand where they help. */
const isTimely = ({ state: { nomination, degreeOn, placements } }: Journey, command: string): boolean =>
  command === 'resend-nomination'
    ? nomination.status === 'rejected' || nomination.status === 'pending'
    : command === 'record-degree'
      ? degreeOn === undefined && Object.values(placements).some(({ ended }) => ended !== undefined)
      : true;
