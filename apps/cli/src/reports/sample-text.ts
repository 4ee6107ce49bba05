import type { Sample, SampleRefusal, SampleUnit } from '@lotse/reports';
import { CliError } from '../cli-error';
import { table } from '../output/table';

/** What was done. @throws CliError that says why it was refused */
export function sampled<Answer extends { readonly result: string }>(
  answer: Answer | SampleRefusal,
): Exclude<Answer, SampleRefusal> {
  if (isRefusal(answer)) throw new CliError(answer.code, answer.message);
  return answer as Exclude<Answer, SampleRefusal>;
}

const isRefusal = (answer: { readonly result: string }): answer is SampleRefusal =>
  answer.result === 'refused';

const said = (step: SampleUnit['finding'] | SampleUnit['answer'] | SampleUnit['outcome']): string =>
  [step?.code, step?.text].filter((part) => part !== undefined).join(': ');

/** Units with what was said of them. */
export const unitsText = ({ units }: Pick<Sample, 'units'>): string =>
  table(
    ['unit', 'stratum', 'evidence', 'finding', 'answer', 'outcome'],
    units.map(({ unit, stratum, evidence, finding, answer, outcome }) => [
      unit,
      stratum,
      evidence.join(', '),
      said(finding),
      said(answer),
      said(outcome),
    ]),
  );
