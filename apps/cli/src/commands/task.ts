import { Command } from 'commander';
import { taskHandOverCommand } from './task-hand-over';
import { taskRemindCommand } from './task-remind';
import { taskSnoozeCommand } from './task-snooze';

/** `lotse task …` */
export const taskCommand = (): Command =>
  new Command('task')
    .description('put tasks of the inbox off, hand them over, or remind of them')
    .addCommand(taskSnoozeCommand())
    .addCommand(taskHandOverCommand())
    .addCommand(taskRemindCommand());
