import type { SampleUnit } from '../../api/samples';

export type Step = 'finding' | 'answer' | 'outcome';

/** What somebody may say next of a drawn unit: a finding, an answer to one that is no praise, then how it ends. */
export function stepOf(
  { finding, answer, outcome }: Pick<SampleUnit, 'finding' | 'answer' | 'outcome'>,
  actions: ReadonlySet<string>,
): Step | undefined {
  if (outcome !== undefined || finding?.code === 'in-order') return undefined;
  if (finding === undefined) return actions.has('evidence.find') ? 'finding' : undefined;
  if (answer === undefined && actions.has('evidence.answer')) return 'answer';
  return actions.has('evidence.find') ? 'outcome' : undefined;
}
