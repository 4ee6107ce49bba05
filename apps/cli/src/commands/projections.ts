import { Command } from 'commander';
import { projectionsRebuildCommand } from './projections-rebuild';
import { projectionsVerifyCommand } from './projections-verify';

/** `lotse projections …` */
export const projectionsCommand = (): Command =>
  new Command('projections')
    .description('compare what is kept beside the facts with the facts, or write it anew')
    .addCommand(projectionsVerifyCommand())
    .addCommand(projectionsRebuildCommand());
