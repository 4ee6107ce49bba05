import type { PostOffice } from '@lotse/activities';
import { postOffice } from './make-webhooks';

const taken: string[] = [];
const office = (name: string): { readonly post: PostOffice } => ({
  post: {
    deliver: (id) => {
      taken.push(`${name} ${id}`);
      return Promise.resolve('delivered');
    },
    giveUp: () => Promise.resolve('dead'),
  },
});
const [webhooks, mails] = [office('webhooks'), office('mails')];

describe('what leaves', () => {
  it('goes by the way of its kind', async () => {
    const both = postOffice(webhooks, mails);
    expect(await both.deliver('webhook.anna.hook.report-1')).toBe('delivered');
    expect(await both.deliver('mail.webhook.2025-01-01')).toBe('delivered');
    expect(taken).toEqual(['webhooks webhook.anna.hook.report-1', 'mails mail.webhook.2025-01-01']);
  });

  it('waits where there is no mail server, and is told by webhook all the same', async () => {
    const alone = postOffice(webhooks, undefined);
    await expect(alone.deliver('mail.office.2025-01-01')).rejects.toMatchObject({ code: 'no-mail-server' });
    expect(await alone.deliver('webhook.anna.hook.report-2')).toBe('delivered');
    expect(await alone.giveUp('webhook.anna.hook.report-2')).toBe('dead');
  });
});
