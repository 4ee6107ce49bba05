import { Command } from 'commander';
import { mailAddressListCommand } from './mail-address-list';
import { mailAddressPutCommand } from './mail-address-put';
import { mailAddressRemoveCommand } from './mail-address-remove';
import { mailDeadCommand } from './mail-dead';

/** `lotse mail …` */
export const mailCommand = (): Command =>
  new Command('mail')
    .description('where reminders go, and which of them nobody took')
    .addCommand(
      new Command('address')
        .description('addresses that reminders go to')
        .addCommand(mailAddressPutCommand())
        .addCommand(mailAddressRemoveCommand())
        .addCommand(mailAddressListCommand()),
    )
    .addCommand(mailDeadCommand());
