import { escaped } from '../escaped';
import type { CaughtMail } from './caught-mail';

const STYLE =
  'body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}th{text-align:left;padding-right:1rem}pre{white-space:pre-wrap}';

const page = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${escaped(title)}</title><style>${STYLE}</style></head><body><h1>${escaped(title)}</h1>\n${body}\n</body></html>\n`;

/** All mails, youngest first. */
export function listPage(mails: readonly CaughtMail[]): string {
  if (mails.length === 0) return page('Mailbox', '<p>No mail yet. Load the page again to look anew.</p>');
  const rows = mails.map(
    ({ id, to, subject, caughtAt }) =>
      `<tr><td>${escaped(caughtAt)}</td><td>${escaped(to.join(', '))}</td><td><a href="/mails/${id}">${escaped(subject)}</a></td></tr>`,
  );
  const head = '<tr><th scope="col">Caught</th><th scope="col">To</th><th scope="col">Subject</th></tr>';
  return page('Mailbox', `<table><thead>${head}</thead><tbody>\n${rows.join('\n')}\n</tbody></table>`);
}

/** One mail by its text; what it holds as a page is not shown, so that nothing in it runs. */
export const mailPage = ({ from, to, subject, messageId, text }: CaughtMail): string =>
  page(
    subject,
    `<p>From ${escaped(from)} to ${escaped(to.join(', '))}<br>${escaped(messageId)}</p><pre>${escaped(text)}</pre><p><a href="/">All mails</a></p>`,
  );
