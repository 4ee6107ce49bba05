import { Command } from 'commander';
import { organisationFailCommand } from './organisation-fail';

/** `lotse organisation …` */
export const organisationCommand = (): Command =>
  new Command('organisation')
    .description('what the failure of a company means for its journeys')
    .addCommand(organisationFailCommand());
