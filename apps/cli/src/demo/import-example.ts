import type { Journeys } from '@lotse/journeys';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-code';
import { importSource } from '../import/import-source';
import { lineText } from '../import/line-text';
import { runImport, tallyText } from '../import/run-import';
import { exampleFile } from '../lotse/installation';
import { progressBar } from '../output/progress-bar';
import type { Tell } from '../output/steps';

/** Imports an example and answers how many lines came to what; a second time nothing is accepted. @param file below examples */
export async function importExample(journeys: Journeys, file: string, tell: Tell): Promise<string> {
  const refused: string[] = [];
  const tally = await runImport(journeys, await importSource(exampleFile(file)), (answer, share) => {
    if (answer.result === 'refused') refused.push(lineText(answer));
    if (share !== undefined) tell(progressBar(share, `line ${answer.line}`));
    return Promise.resolve();
  });
  if (refused.length > 0) {
    const message = `The example ${file} was not taken whole:\n${refused.join('\n')}`;
    throw new CliError('example-refused', message, EXIT.faults);
  }
  return tallyText(tally);
}
