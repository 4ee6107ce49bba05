import { Command } from 'commander';
import { deputyAddCommand } from './deputy-add';
import { deputyListCommand } from './deputy-list';
import { deputyWithdrawCommand } from './deputy-withdraw';

/** `lotse deputy …` */
export const deputyCommand = (): Command =>
  new Command('deputy')
    .description('name, withdraw and list those who stand in for an account')
    .addCommand(deputyAddCommand())
    .addCommand(deputyWithdrawCommand())
    .addCommand(deputyListCommand());
