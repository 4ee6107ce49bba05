import { openMailbox } from './mailbox';

const portFrom = (name: string): number => {
  const port = Number(process.env[name] ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new RangeError(`${name} is not a port`);
  return port;
};

/** The mailbox as a process: `SMTP_PORT` catches, `PORT` shows; any free ones unless given. Ends with SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const mailbox = await openMailbox({ smtp: portFrom('SMTP_PORT'), http: portFrom('PORT') });
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => void mailbox.close());
  const { smtpPort, httpPort } = mailbox;
  process.stdout.write(
    `${JSON.stringify({ smtp: `smtp://127.0.0.1:${smtpPort}`, page: `http://127.0.0.1:${httpPort}/` })}\n`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(
    `The mailbox could not start: ${error instanceof Error ? error.message : 'unknown reason'}\n`,
  );
  process.exitCode = 1;
});
