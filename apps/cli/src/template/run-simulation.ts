import type { Simulated } from '@lotse/journeys';
import { dueText } from '../answer/changes-text';
import { printLine } from '../output/print';
import type { StatusLine } from '../output/status-line';
import { harmless } from '../output/table';

/** `j01: SEL → SEL`, every due day below; or why the journey stays where it is. */
function simulatedText({ journey, template, stage, clocks = [], reason }: Simulated): string {
  if (stage === undefined) return `${journey}: stays under ${template.before}: ${reason ?? ''}`;
  const days = clocks.map((clock) => `    ${dueText(clock)}`);
  return [`${journey}: ${stage.before} → ${stage.after}`, ...days].join('\n');
}

/** Prints where each journey would stand, and on standard error how many would move. */
export async function runSimulation(
  rows: AsyncIterable<Simulated>,
  status: StatusLine,
  asJson: boolean | undefined,
): Promise<void> {
  let [move, stay] = [0, 0];
  for await (const row of rows) {
    if (row.stage === undefined) stay += 1;
    else move += 1;
    status.clear();
    await printLine(asJson === true ? JSON.stringify(row) : harmlessLines(simulatedText(row)));
    status.show(`${move + stay} journeys`);
  }
  status.clear();
  process.stderr.write(`${move + stay} journeys: ${move} would move, ${stay} would stay\n`);
}

const harmlessLines = (text: string): string => text.split('\n').map(harmless).join('\n');
