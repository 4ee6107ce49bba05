import { Command } from 'commander';
import { taskHandOverCommand } from './task-hand-over';
import { taskSnoozeCommand } from './task-snooze';

/** `lotse task …` */
export const taskCommand = (): Command =>
  new Command('task')
    .description('put tasks of the inbox off, or hand them over')
    .addCommand(taskSnoozeCommand())
    .addCommand(taskHandOverCommand());
