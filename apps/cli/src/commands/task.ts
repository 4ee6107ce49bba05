import { Command } from 'commander';
import { taskSnoozeCommand } from './task-snooze';

/** `lotse task …` */
export const taskCommand = (): Command =>
  new Command('task').description('put tasks of the inbox off').addCommand(taskSnoozeCommand());
