import { Command } from 'commander';
import { auditHeadCommand } from './audit-head';
import { auditVerifyCommand } from './audit-verify';

/** `lotse audit …` */
export function auditCommand(): Command {
  const audit = new Command('audit').description('verify who-did-what, and note where it stands');
  for (const command of [auditVerifyCommand(), auditHeadCommand()]) audit.addCommand(command);
  return audit;
}
