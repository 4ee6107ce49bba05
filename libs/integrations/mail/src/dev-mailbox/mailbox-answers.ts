import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CaughtMail } from './caught-mail';
import { listPage, mailPage } from './mailbox-page';

/** A page of another origin must not read mails by giving its name the loopback's address. */
const OWN_HOST = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/;
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

/**
 * `GET /` and `/mails/:id` as pages, `GET /api/mails` and `/api/mails/:id` as JSON (youngest first), `GET /health/ready`.
 */
export function answerMailbox(
  mails: readonly CaughtMail[],
  { method, url = '/', headers }: IncomingMessage,
  response: ServerResponse,
): void {
  const send = (status: number, type: string, body: string): void => {
    response.writeHead(status, { ...HEADERS, 'content-type': `${type}; charset=utf-8` });
    response.end(body);
  };
  const json = (status: number, body: object): void => send(status, 'application/json', JSON.stringify(body));
  if (!OWN_HOST.test(headers.host ?? '')) return json(403, { code: 'host-unknown' });
  if (method !== 'GET') return json(405, { code: 'method-not-allowed' });
  const [path = '/'] = url.split('?');
  if (path === '/health/ready') return json(200, { ready: true });
  if (path === '/') return send(200, 'text/html', listPage(mails.toReversed()));
  if (path === '/api/mails') return json(200, { mails: mails.map(withoutText).toReversed() });
  const [, api, id] = /^(\/api)?\/mails\/(\d{1,9})$/.exec(path) ?? [];
  const mail = mails.find((one) => one.id === Number(id));
  if (mail === undefined) return json(404, { code: 'not-found' });
  return api === undefined ? send(200, 'text/html', mailPage(mail)) : json(200, mail);
}

const withoutText = ({ text: _text, ...mail }: CaughtMail): Omit<CaughtMail, 'text'> => mail;
