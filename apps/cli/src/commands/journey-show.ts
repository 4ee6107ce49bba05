import type { Command } from 'commander';
import { CliError } from '../cli-error';
import { journeyText } from '../journey/journey-text';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { print, printJson } from '../output/print';
import { struck } from '../output/struck';
import { defineCommand } from './define-command';

interface ShowOptions extends HomeOption {
  readonly text?: boolean;
  readonly json?: boolean;
}

/** `lotse journey show ID`: where it stands, what is due, whose turn it is, and what has happened. */
export const journeyShowCommand = (): Command =>
  defineCommand('show', 'show one journey: axes, clocks, tasks, next commands, timeline with corrections')
    .argument('<id>', 'id of the journey')
    .option('--text', 'show reasons and other free text of the facts too')
    .option('--json', 'print one JSON object, free text included')
    .action(showJourney);

async function showJourney(id: string, options: ShowOptions): Promise<void> {
  const [journey, agenda, timeline] = await onDatabase(options, ({ journeys }) =>
    Promise.all([journeys.getJourney(id), journeys.agenda(id), journeys.timeline(id)]),
  );
  if (journey === null || agenda === null) {
    const message = `There is no journey ${id}. List those there are with: lotse journey list`;
    throw new CliError('journey-unknown', message);
  }
  if (options.json === true) return printJson({ ...journey, agenda, timeline });
  const style = { withText: options.text === true, struck };
  await print(journeyText({ journey, agenda, timeline: timeline ?? [] }, style));
}
