import type {
  Finding,
  FindingAnswer,
  Outcome,
  SampleRow,
  SampleStep,
  SampleUnit,
} from '../ports/sample-store.port';
import { refuse, type SampleRefusal } from './sample-refusal';

/** What is said of a drawn unit: a finding, an answer to it within the contradiction phase, then an outcome. */
export type Note = (
  { readonly finding: Finding } | { readonly answer: FindingAnswer } | { readonly outcome: Outcome }
) & {
  /** Where the code does not tell it; stored sealed. */
  readonly text?: string;
};

export function stepOf(note: Note): SampleStep {
  if ('finding' in note) return 'finding';
  return 'answer' in note ? 'answer' : 'outcome';
}

export function codeOf(note: Note): Finding | FindingAnswer | Outcome {
  if ('finding' in note) return note.finding;
  return 'answer' in note ? note.answer : note.outcome;
}

/** Why a note comes too early, too late or twice; undefined where it may stand. */
export function orderRefusal(
  { unit, finding, answer, outcome }: SampleUnit,
  note: Note,
  isOver: boolean,
  { id, answersUntil }: SampleRow,
): SampleRefusal | undefined {
  const wrong = (words: string): SampleRefusal => refuse('sample-order', `${unit} of sample ${id}: ${words}`);
  if ('finding' in note) return finding === undefined ? undefined : wrong('it has a finding already.');
  if (finding === undefined || finding.code === 'in-order')
    return wrong('nothing was found that could be answered.');
  if ('answer' in note) {
    if (answer !== undefined) return wrong('the finding is answered already.');
    return isOver
      ? refuse('sample-over', `Answers to sample ${id} were taken until ${answersUntil}.`)
      : undefined;
  }
  if (outcome !== undefined) return wrong('it is settled already.');
  if (answer === undefined && !isOver)
    return wrong(`it can be answered until ${answersUntil}, and is settled after that or after an answer.`);
  return undefined;
}
