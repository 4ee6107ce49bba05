import type { AddressInfo, Server } from 'node:net';
import { createServer } from 'node:http';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { CaughtMail } from './caught-mail';
import { answerMailbox } from './mailbox-answers';

export interface Mailbox {
  readonly smtpPort: number;
  readonly httpPort: number;
  /** Oldest first. */
  readonly mails: readonly CaughtMail[];
  close(): Promise<void>;
}

/** Older mails make room. */
const KEPT = 1_000;
const LARGEST_BYTES = 5_000_000;

/**
 * Catches every mail sent to it and shows them on a page and as JSON: for demonstrations and development, on the loopback
 * alone. Nothing is passed on and nothing outlives the process.
 * @param ports 0 takes any free one
 */
export async function openMailbox(ports: { readonly smtp: number; readonly http: number }): Promise<Mailbox> {
  const mails: CaughtMail[] = [];
  let caught = 0;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: LARGEST_BYTES,
    onData: (stream, session, say) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void (stream.sizeExceeded ? undefined : chunks.push(chunk)));
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then(
          (mail) => {
            caught += 1;
            mails.push(
              mailOf(
                caught,
                mail,
                session.envelope.rcptTo.map(({ address }) => address),
              ),
            );
            mails.splice(0, mails.length - KEPT);
            say();
          },
          (error: Error) => say(error),
        );
      });
    },
  });
  // A client that breaks off is no reason to end.
  smtp.on('error', () => undefined);
  const http = createServer((request, response) => answerMailbox(mails, request, response));
  await listening((done) => smtp.listen(ports.smtp, '127.0.0.1', done), smtp.server);
  await listening((done) => http.listen(ports.http, '127.0.0.1', done), http);
  return {
    smtpPort: portOf(smtp.server),
    httpPort: portOf(http),
    mails,
    close: async () => {
      http.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => smtp.close(() => resolve())),
        new Promise<void>((resolve) => http.close(() => resolve())),
      ]);
    },
  };
}

const mailOf = (id: number, mail: Email, to: readonly string[]): CaughtMail => ({
  id,
  from: mail.from?.address ?? '',
  to,
  subject: mail.subject ?? '',
  messageId: mail.messageId ?? '',
  caughtAt: new Date().toISOString(),
  text: mail.text ?? '',
});

const listening = (listen: (done: () => void) => void, server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    listen(resolve);
  });

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
