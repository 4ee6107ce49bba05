import type { Command } from 'commander';
import { CliError } from '../cli-error';
import { journeyText } from '../journey/journey-text';
import { withLotse } from '../lotse/open-lotse';
import { settingsOf, type HomeOption } from '../lotse/settings';
import { print, printJson } from '../output/print';
import { statusLine } from '../output/status-line';
import { defineCommand } from './define-command';

interface ShowOptions extends HomeOption {
  readonly json?: boolean;
}

/** `lotse journey show ID`: where it stands, what can be done next and what has happened. */
export const journeyShowCommand = (): Command =>
  defineCommand('show', 'show one journey: state, next commands with what they still need, timeline')
    .argument('<id>', 'id of the journey')
    .option('--json', 'print one JSON object, free text included')
    .action(showJourney);

async function showJourney(id: string, options: ShowOptions): Promise<void> {
  const progress = statusLine();
  const [journey, timeline] = await withLotse(
    settingsOf(options),
    { need: 'database', tell: progress.show },
    ({ journeys }) => Promise.all([journeys.getJourney(id), journeys.timeline(id)]),
  ).finally(progress.clear);
  if (journey === null) {
    const message = `There is no journey ${id}. List those there are with: lotse journey list`;
    throw new CliError('journey-unknown', message);
  }
  if (options.json === true) return printJson({ ...journey, timeline });
  await print(journeyText(journey, timeline ?? []));
}
