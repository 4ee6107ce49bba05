import { ANSWERS, FINDINGS, OUTCOMES, type Note } from '@lotse/reports';
import { Option, type Command } from 'commander';
import { readText } from '../input/read-text';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { print, printJson } from '../output/print';
import { sampled, unitsText } from '../reports/sample-text';
import { defineCommand } from './define-command';

interface NoteOptions extends HomeOption {
  readonly by: string;
  readonly textFile?: string;
  readonly json?: boolean;
}

const pick = <Code extends string>(codes: readonly Code[], said: string): Code => {
  const code = codes.find((one) => one === said);
  if (code === undefined) throw new Error(`Not one of ${codes.join(', ')}: ${said}`);
  return code;
};

const STEPS: readonly {
  readonly name: string;
  readonly help: string;
  readonly option: string;
  readonly codes: readonly string[];
  readonly note: (code: string) => Note;
}[] = [
  {
    name: 'find',
    help: 'note what an auditor finds of a unit',
    option: 'finding',
    codes: FINDINGS,
    note: (code) => ({ finding: pick(FINDINGS, code) }),
  },
  {
    name: 'answer',
    help: 'answer a finding within the contradiction phase',
    option: 'answer',
    codes: ANSWERS,
    note: (code) => ({ answer: pick(ANSWERS, code) }),
  },
  {
    name: 'settle',
    help: 'settle a finding after the answer, or after the contradiction phase',
    option: 'outcome',
    codes: OUTCOMES,
    note: (code) => ({ outcome: pick(OUTCOMES, code) }),
  },
];

/** `lotse sample find|answer|settle`: the three steps of a unit, each once. */
export const sampleNoteCommands = (): Command[] =>
  STEPS.map(({ name, help, option, codes, note }) =>
    defineCommand(name, help)
      .argument('<sample>', 'id of the sample')
      .argument('<unit>', 'id of the unit')
      .addOption(new Option(`--${option} <code>`, 'what is said').choices(codes).makeOptionMandatory())
      .requiredOption('--by <account>', 'who says it')
      .option('--text-file <file>', 'words to it, or - for standard input; stored sealed')
      .option('--json', 'print one JSON object')
      .action((sample: string, unit: string, options: NoteOptions & Readonly<Record<string, unknown>>) =>
        say(sample, unit, note(String(options[option])), options),
      ),
  );

async function say(id: string, unit: string, note: Note, options: NoteOptions): Promise<void> {
  const { by, textFile, json } = options;
  const text = textFile === undefined ? undefined : (await readText(textFile)).trim();
  const answer = await onDatabase(options, async ({ reporting }) =>
    sampled(
      await reporting.samples.note(id, unit, text === undefined ? note : { ...note, text }, {
        id: by,
        entrance: 'shell',
      }),
    ),
  );
  await (json === true ? printJson(answer) : print(unitsText({ units: [answer.unit] })));
}
