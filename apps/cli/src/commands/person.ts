import { Command } from 'commander';
import { personMergeCommand } from './person-merge';

/** `lotse person …` */
export const personCommand = (): Command =>
  new Command('person').description('make two records of one person one').addCommand(personMergeCommand());
