import { Command } from 'commander';
import { journeyListCommand } from './journey-list';
import { journeyResumeCommand } from './journey-resume';
import { journeyShowCommand } from './journey-show';
import { journeyStuckCommand } from './journey-stuck';
import { journeyVerifyCommand } from './journey-verify';

/** `lotse journey …` */
export function journeyCommand(): Command {
  const journey = new Command('journey').description(
    'list, show, verify and resume journeys, find stuck ones',
  );
  for (const command of [
    journeyListCommand(),
    journeyShowCommand(),
    journeyVerifyCommand(),
    journeyResumeCommand(),
    journeyStuckCommand(),
  ]) {
    journey.addCommand(command);
  }
  return journey;
}
