import { Command } from 'commander';
import { journeyListCommand } from './journey-list';
import { journeyResumeCommand } from './journey-resume';
import { journeyShowCommand } from './journey-show';
import { journeyVerifyCommand } from './journey-verify';

/** `lotse journey …` */
export function journeyCommand(): Command {
  const journey = new Command('journey').description('list, show, verify and resume journeys');
  for (const command of [
    journeyListCommand(),
    journeyShowCommand(),
    journeyVerifyCommand(),
    journeyResumeCommand(),
  ]) {
    journey.addCommand(command);
  }
  return journey;
}
