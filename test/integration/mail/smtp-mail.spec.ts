import { createSmtpMail } from '@lotse/mail';
import type { Letter, MailPort } from '@lotse/journeys';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { openMailServer, type MailServer } from './mail-server';

const letter = (more: Partial<Letter> = {}): Letter => ({
  id: 'mail.office.2026-03-05',
  to: 'office@example.org',
  language: 'ky',
  programme: 'glass',
  items: [{ journey: 'j-1', clock: 'nomination', dueOn: '2026-03-05', effect: 'remind' }],
  ...more,
});

describe('mail over SMTP', () => {
  let server: MailServer;
  let mail: MailPort;
  beforeEach(async () => {
    server = await openMailServer();
    mail = createSmtpMail({ url: server.url, from: 'Lotse <lotse@example.org>' });
  });
  afterEach(() => server.close());

  it('brings text and page in the language of the recipient', async () => {
    expect(await mail.send(letter())).toEqual({ result: 'accepted' });
    const [got] = server.mails;
    expect(got).toMatchObject({
      subject: 'Lotse: мөөнөт жөнүндө эскертүү',
      from: { name: 'Lotse', address: 'lotse@example.org' },
      to: [{ address: 'office@example.org' }],
    });
    expect(got?.text).toContain('2026-жыл, 5-март');
    expect(got?.html).toContain('<html lang="ky">');
    expect(server.recipients).toEqual(['office@example.org']);
  });

  it('has the same Message-ID each time it is sent', async () => {
    for (const id of ['a', 'a', 'b']) await mail.send(letter({ id }));
    const [first, again, other] = server.mails.map(({ messageId }) => messageId);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it.each([
    [450, { result: 'later', code: 'smtp-450' }],
    [550, { result: 'refused', code: 'smtp-550' }],
  ])('answers a reply of %i to the recipient', async (reply, posted) => {
    server.toRecipients.push(reply);
    expect(await mail.send(letter())).toEqual(posted);
  });

  it.each([
    [452, { result: 'later', code: 'smtp-452' }],
    [554, { result: 'refused', code: 'smtp-554' }],
  ])('answers a reply of %i to the text', async (reply, posted) => {
    server.toTexts.push(reply);
    expect(await mail.send(letter())).toEqual(posted);
    expect(server.mails).toEqual([]);
  });

  it('waits for a server that is away', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const address = free.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await new Promise((resolve) => free.close(resolve));
    const away = createSmtpMail({ url: `smtp://127.0.0.1:${port}`, from: 'lotse@example.org' });
    expect(await away.send(letter())).toMatchObject({
      result: 'later',
      code: expect.stringMatching(/^E[A-Z]+$/),
    });
  });

  it('gives a silent server some seconds and then waits for a better moment', async () => {
    const hurried = createSmtpMail({ url: server.url, from: 'lotse@example.org', silenceMs: 200 });
    server.toTexts.push('silence');
    expect(await hurried.send(letter())).toMatchObject({ result: 'later' });
  });

  it.each(['office@example.org\r\nBcc: other@example.org', 'office@example.org\nX: y'])(
    'refuses an address that would add a header: %j',
    async (to) => {
      expect(await mail.send(letter({ to }))).toEqual({ result: 'refused', code: 'mail-header-invalid' });
      expect(server.connections()).toBe(0);
    },
  );

  it('has one recipient, whatever stands in the address', async () => {
    await mail.send(letter({ to: 'office@example.org, other@example.org' }));
    expect(server.recipients.filter((address) => address === 'other@example.org')).toEqual([]);
  });

  it('waits where the sender itself is not accepted, since that is ours to put right', async () => {
    const stranger = createSmtpMail({
      url: `${server.url.replace('//', '//user:wrong@')}`,
      from: 'lotse@example.org',
    });
    expect(await stranger.send(letter())).toMatchObject({ result: 'later' });
  });
});
