import { Command } from 'commander';
import { accountCommand } from './commands/account';
import { auditCommand } from './commands/audit';
import { bulkCommand } from './commands/bulk';
import { commandCommand } from './commands/command';
import { demoCommand } from './commands/demo';
import { deputyCommand } from './commands/deputy';
import { doctorCommand } from './commands/doctor';
import { importCommand } from './commands/import';
import { generateCommand } from './commands/generate';
import { figuresCommand } from './commands/figures';
import { fileCommand } from './commands/file';
import { holdCommand } from './commands/hold';
import { inboxCommand } from './commands/inbox';
import { indicatorsCommand } from './commands/indicators';
import { journeyCommand } from './commands/journey';
import { keysCommand } from './commands/keys';
import { linkCommand } from './commands/link';
import { mailCommand } from './commands/mail';
import { organisationCommand } from './commands/organisation';
import { personCommand } from './commands/person';
import { previewCommand } from './commands/preview';
import { projectionsCommand } from './commands/projections';
import { recordCommand } from './commands/record';
import { reportCommand } from './commands/report';
import { retentionCommand } from './commands/retention';
import { roomCommand } from './commands/room';
import { sampleCommand } from './commands/sample';
import { sheetCommand } from './commands/sheet';
import { subjectCommand } from './commands/subject';
import { taskCommand } from './commands/task';
import { templateCommand } from './commands/template';
import { tokenCommand } from './commands/token';
import { undoCommand } from './commands/undo';
import { upCommand } from './commands/up';
import { webhookCommand } from './commands/webhook';
import { EXIT_HELP } from './exit-code';

const DESCRIPTION =
  'Carries candidates from a partner university into lasting work, and proves what was reached.';

/** The whole command line; parsing it runs a command. Throws instead of ending the process. */
export function createProgram(): Command {
  const program = new Command('lotse').description(DESCRIPTION).addHelpText('after', EXIT_HELP);
  for (const command of [
    upCommand(),
    demoCommand(),
    importCommand(),
    sheetCommand(),
    indicatorsCommand(),
    figuresCommand(),
    reportCommand(),
    sampleCommand(),
    roomCommand(),
    journeyCommand(),
    inboxCommand(),
    taskCommand(),
    deputyCommand(),
    commandCommand(),
    previewCommand(),
    bulkCommand(),
    undoCommand(),
    organisationCommand(),
    personCommand(),
    recordCommand(),
    templateCommand(),
    projectionsCommand(),
    mailCommand(),
    accountCommand(),
    tokenCommand(),
    linkCommand(),
    webhookCommand(),
    auditCommand(),
    fileCommand(),
    subjectCommand(),
    retentionCommand(),
    holdCommand(),
    keysCommand(),
    generateCommand(),
    doctorCommand(),
  ]) {
    program.addCommand(command);
  }
  throwOnExit(program);
  return program;
}

/** commander ends the process by itself unless each command, sub-commands too, is told to throw. */
function throwOnExit(command: Command): void {
  command.exitOverride().showHelpAfterError('(lotse --help, or lotse <command> --help, tells what there is)');
  for (const child of command.commands) throwOnExit(child);
}
