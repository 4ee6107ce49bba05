import { createSmtpMail } from '@lotse/mail';
import { eventually, sourceCommand } from '@lotse/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';

interface Addresses {
  readonly smtp: string;
  readonly page: string;
}

/** Status of a GET that names another host than the one it is sent to. */
const statusFor = (page: string, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(page, { headers: { host } }, ({ statusCode = 0 }) => resolve(statusCode))
      .on('error', reject)
      .end();
  });

describe('the mailbox for demonstrations', () => {
  let child: ChildProcess;
  let addresses: Addresses;
  beforeAll(async () => {
    const { command, args } = sourceCommand('libs/integrations/mail/src/dev-mailbox/mailbox.main.ts');
    child = spawn(command, args, { env: { PATH: process.env.PATH }, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await eventually(
      () => output,
      (seen) => seen.endsWith('\n'),
    );
    addresses = JSON.parse(output) as Addresses;
  });
  afterAll(async () => {
    if (child.exitCode === null) child.kill('SIGKILL');
    await eventually(
      () => child.exitCode ?? child.signalCode,
      (ended) => ended !== null,
    );
  });

  const get = async (path: string) => {
    const response = await fetch(new URL(path, addresses.page));
    return { status: response.status, text: await response.text() };
  };

  it('shows what it caught, as pages and as JSON, and runs nothing of it', async () => {
    const mail = createSmtpMail({ url: addresses.smtp, from: 'lotse@example.org' });
    const item = {
      journey: 'j-1',
      clock: '<script>x</script>',
      dueOn: '2026-03-05',
      effect: 'remind',
    } as const;
    const letter = {
      id: 'm1',
      to: 'office@example.org',
      language: 'en',
      programme: 'glass',
      items: [item],
    } as const;
    expect(await mail.send(letter)).toEqual({ result: 'accepted' });

    const { mails } = JSON.parse((await get('/api/mails')).text) as {
      mails: { id: number; subject: string }[];
    };
    expect(mails).toMatchObject([
      { id: 1, to: ['office@example.org'], subject: 'Lotse: a deadline has come' },
    ]);
    expect((await get('/')).text).toContain('<a href="/mails/1">Lotse: a deadline has come</a>');
    const shown = (await get('/mails/1')).text;
    expect(shown).toContain('&lt;script&gt;');
    expect(shown).not.toContain('<script>');
    expect(JSON.parse((await get('/api/mails/1')).text)).toMatchObject({
      text: expect.stringContaining('j-1'),
    });
  });

  it('answers those alone who call it by its own name', async () => {
    expect(await statusFor(addresses.page, 'evil.example.org')).toBe(403);
    expect((await get('/api/mails/99')).status).toBe(404);
    expect((await get('/health/ready')).status).toBe(200);
  });

  it('ends when asked', async () => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
