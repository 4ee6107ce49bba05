import { createWebhookStore } from '@lotse/persistence';
import { createKeyring } from '@lotse/platform';
import { createWebhooks, type Webhooks } from '@lotse/reports';
import { Command } from 'commander';
import { CliError } from '../cli-error';
import { readText } from '../input/read-text';
import { openDatabase } from '../lotse/database';
import { onDatabase } from '../lotse/on-database';
import { SENDER } from '../lotse/sender';
import type { HomeOption } from '../lotse/settings';
import { print, printJson, printLine } from '../output/print';
import { table } from '../output/table';
import { defineCommand } from './define-command';

interface JsonOption extends HomeOption {
  readonly json?: boolean;
}
interface AddOptions extends JsonOption {
  readonly programme: string;
  readonly urlFile: string;
}

/** `lotse webhook …`: addresses that are told when a report is locked. */
export const webhookCommand = (): Command =>
  new Command('webhook')
    .description('addresses that are told when a report is locked')
    .addCommand(
      defineCommand(
        'add',
        'tell an address of each report that is locked from now on; its secret is printed once',
      )
        .argument('<id>', 'id of the webhook')
        .requiredOption('--programme <id>', 'programme whose reports it is about')
        .requiredOption('--url-file <file>', 'a file that holds the address, or - for standard input')
        .option('--json', 'print one JSON object')
        .action(add),
    )
    .addCommand(
      defineCommand('list', 'list webhooks; addresses and secrets stay sealed')
        .option('--json', 'print one JSON object')
        .action(list),
    )
    .addCommand(
      defineCommand('remove', 'tell an address nothing more')
        .argument('<id>', 'id of the webhook')
        .action(remove),
    )
    .addCommand(
      defineCommand('deliveries', 'list what an address was told')
        .argument('<id>', 'id of the webhook')
        .option('--json', 'print one JSON object')
        .action(deliveries),
    )
    .addCommand(
      defineCommand('send-again', 'send a message again that nobody tries any more')
        .argument('<id>', 'id of the webhook')
        .argument('<delivery>', 'id of the message')
        .option('--json', 'print one JSON object')
        .action(sendAgain),
    );

const MOST = 200;
const ID = /^[A-Za-z0-9._-]{1,64}$/;

/** Webhooks of the shell are the administrator's. */
const own = (id: string): { readonly account: string; readonly id: string } => ({
  account: SENDER.submittedBy,
  id,
});
const unknown = (id: string): CliError => new CliError('webhook-unknown', `There is no webhook ${id}.`);

function withWebhooks<T>(home: HomeOption, work: (webhooks: Webhooks) => Promise<T>): Promise<T> {
  return onDatabase(home, async ({ services, masterKey, settings }) => {
    const database = await openDatabase(services.databaseUrl);
    try {
      return await work(
        createWebhooks({
          store: createWebhookStore(database),
          keys: createKeyring(masterKey),
          clock: { now: () => new Date() },
          allowPrivate: settings.config.LOTSE_PRIVATE_WEBHOOKS,
        }),
      );
    } finally {
      await database.destroy();
    }
  });
}

async function add(id: string, { programme, urlFile, json, ...home }: AddOptions): Promise<void> {
  if (!ID.test(id))
    throw new CliError('id-invalid', 'Give the id in up to 64 letters, digits, dots and dashes.');
  const url = (await readText(urlFile)).trim();
  const added = await withWebhooks(home, (webhooks) =>
    webhooks.add({ id, programme, url }, SENDER.submittedBy),
  );
  if (added.result === 'refused') throw new CliError(added.code, added.message);
  const { webhook, secret } = added;
  await (json === true
    ? printJson({ webhook, secret })
    : printLine(
        `Webhook ${id} is told of locked reports of ${programme}. Its secret, shown once: ${secret}`,
      ));
}

async function list({ json, ...home }: JsonOption): Promise<void> {
  const webhooks = await withWebhooks(home, (all) => all.list());
  if (json === true) return printJson({ webhooks });
  const rows = webhooks.map(({ id, programme, account, host }) => [id, programme, account, host]);
  await print(table(['webhook', 'programme', 'account', 'host'], rows));
}

async function remove(id: string, home: HomeOption): Promise<void> {
  if (!(await withWebhooks(home, (webhooks) => webhooks.remove(own(id))))) throw unknown(id);
  await printLine(`Webhook ${id} is gone.`);
}

async function deliveries(id: string, { json, ...home }: JsonOption): Promise<void> {
  const found = await withWebhooks(home, (webhooks) => webhooks.deliveries(own(id), MOST));
  if (found === undefined) throw unknown(id);
  if (json === true) return printJson({ deliveries: found });
  const rows = found.map((one) => [one.id, one.report, one.state, String(one.attempts), one.code ?? '']);
  await print(table(['message', 'report', 'state', 'attempts', 'said'], rows));
}

async function sendAgain(id: string, delivery: string, { json, ...home }: JsonOption): Promise<void> {
  const state = await withWebhooks(home, (webhooks) => webhooks.sendAgain(own(id), delivery));
  if (state === undefined) throw unknown(id);
  await (json === true ? printJson({ id: delivery, state }) : printLine(`${delivery}: ${state}`));
}
