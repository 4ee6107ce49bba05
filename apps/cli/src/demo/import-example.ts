import type { Journeys } from '@lotse/journeys';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-code';
import { importSource } from '../import/import-source';
import { lineText } from '../import/line-text';
import { runImport, tallyText } from '../import/run-import';
import { exampleFile } from '../lotse/installation';
import { progressBar } from '../output/progress-bar';
import type { Tell } from '../output/steps';

/** Imports the reference cohort and answers how many lines came to what; a second time nothing is accepted. */
export async function importExample(journeys: Journeys, tell: Tell): Promise<string> {
  const refused: string[] = [];
  const tally = await runImport(
    journeys,
    await importSource(exampleFile('kg-glass-2023/kg-glass-2023.jsonl')),
    (answer, share) => {
      if (answer.result === 'refused') refused.push(lineText(answer));
      if (share !== undefined) tell(progressBar(share, `line ${answer.line}`));
      return Promise.resolve();
    },
  );
  if (refused.length > 0) {
    const message = `The reference cohort was not taken whole:\n${refused.join('\n')}`;
    throw new CliError('example-refused', message, EXIT.faults);
  }
  return tallyText(tally);
}
