import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What a command to the server is answered with: a reply code of SMTP, or never. */
export type Reply = number | 'silence';

/** A real SMTP server on a free port of the loopback that keeps what it gets and answers as told. */
export interface MailServer {
  readonly url: string;
  /** Mails accepted, in order. */
  readonly mails: Email[];
  /** Recipients of the envelope, in order. */
  readonly recipients: string[];
  /** Answers to the recipients to come, the first one first; then each is accepted. */
  readonly toRecipients: Reply[];
  /** Answers to the texts to come. */
  readonly toTexts: Reply[];
  /** Connections made so far. */
  connections(): number;
  close(): Promise<void>;
}

class Answer extends Error {
  constructor(readonly responseCode: number) {
    super('as the test wants it');
  }
}

type Say = (error?: Error | null) => void;

function answer(reply: Reply | undefined, say: Say): boolean {
  if (reply === 'silence') return false;
  if (reply === undefined) say();
  else say(new Answer(reply));
  return reply === undefined;
}

export async function openMailServer(): Promise<MailServer> {
  const mails: Email[] = [];
  const recipients: string[] = [];
  const toRecipients: Reply[] = [];
  const toTexts: Reply[] = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    // Nobody has an account here: who signs in is refused.
    onAuth: (_auth, _session, say) => say(new Answer(535)),
    onConnect: (_session, say) => {
      connections += 1;
      say();
    },
    onRcptTo: ({ address }, _session, say) => {
      if (answer(toRecipients.shift(), say)) recipients.push(address);
    },
    onData: (stream, _session, say) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then(
          (mail) => {
            const reply = toTexts.shift();
            // A server that took the mail and whose word was lost is the case of a second delivery.
            if (reply === undefined || reply === 'silence') mails.push(mail);
            answer(reply, say);
          },
          (error: Error) => say(error),
        );
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    recipients,
    toRecipients,
    toTexts,
    connections: () => connections,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
