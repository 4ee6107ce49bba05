import { ORGANISATION_ROLES, ROLES, type Role } from '@lotse/domain';
import type { Language } from '@lotse/journeys';
import { Option, type Command } from 'commander';
import { printAnswer } from '../answer/print-answer';
import { CliError } from '../cli-error';
import { readText } from '../input/read-text';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { defineCommand } from './define-command';

interface PutOptions extends HomeOption {
  readonly programme: string;
  readonly role: Role;
  readonly organisation?: string;
  readonly person?: string;
  readonly account?: string;
  readonly language: Language;
  readonly json?: boolean;
}

const LANGUAGES: readonly Language[] = ['de', 'en', 'ru', 'ky'];

/** `lotse mail address put ID FILE`: the address comes from a file or standard input, never from the command line, which others can read. */
export const mailAddressPutCommand = (): Command =>
  defineCommand('put', 'keep an address for a role in a programme; the same id again replaces it')
    .argument('<id>', 'id of the contact point')
    .argument('<file>', 'a file that holds the address, or - for standard input')
    .requiredOption('--programme <id>', 'the programme whose reminders it gets')
    .addOption(new Option('--role <role>', 'whom it reaches').choices(ROLES).makeOptionMandatory())
    .option('--organisation <id>', 'for a role that acts for an organisation')
    .option('--person <id>', 'for a candidate')
    .option('--account <id>', 'who reads it: whoever stands in for that account gets the same mails')
    .addOption(new Option('--language <code>', 'of the mails').choices(LANGUAGES).default('de'))
    .option('--json', 'print one JSON object')
    .action(put);

const needs = (role: Role): 'organisation' | 'person' | undefined =>
  ORGANISATION_ROLES.includes(role) ? 'organisation' : role === 'candidate' ? 'person' : undefined;

async function put(id: string, file: string, options: PutOptions): Promise<void> {
  const { programme, role, organisation, person, account, language } = options;
  const needed = needs(role);
  if (needed !== undefined && options[needed] === undefined)
    throw new CliError('option-missing', `A ${role} is reached as a ${needed}: give --${needed}.`);
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(id))
    throw new CliError('id-invalid', 'Give the id in up to 64 letters, digits, dots and dashes.');
  const address = (await readText(file)).trim();
  const contactPoint = {
    id,
    programme,
    role,
    language,
    address,
    ...(organisation === undefined ? {} : { organisation }),
    ...(person === undefined ? {} : { person }),
    ...(account === undefined ? {} : { account }),
  };
  await onDatabase(options, ({ addresses }) => addresses.putContactPoint(contactPoint));
  await printAnswer(`address ${id}`, { result: 'accepted' }, options.json);
}
