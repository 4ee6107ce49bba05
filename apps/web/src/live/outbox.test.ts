import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GivenCommand } from './commands';
import { giveOrKeep, startOutbox } from './outbox';

const GIVEN: GivenCommand = {
  id: 'c-1',
  journey: 'j01',
  command: 'check-in',
  happenedOn: '2026-03-01',
  by: { role: 'mentor', organisation: 'company-1' },
  data: {},
};
const WHOSE = 'link/j01/pl01';

describe('the outbox of a link', () => {
  const sent: string[] = [];
  let network = false;
  beforeEach(() => {
    sent.length = 0;
    network = false;
    localStorage.clear();
    vi.stubGlobal('fetch', async (request: Request) => {
      if (!network) throw new TypeError('no network');
      const { id }: { id: string } = JSON.parse(await request.text());
      sent.push(id);
      return new Response('{}', { status: 200, headers: { 'Content-Type': 'application/json' } });
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('keeps what the network did not carry, and sends it once when there is one', async () => {
    const stop = startOutbox(WHOSE);
    expect(await giveOrKeep(GIVEN)).toBe('kept');
    expect(localStorage.getItem(`lotse.outbox/${WHOSE}`)).toContain('c-1');
    network = true;
    window.dispatchEvent(new Event('online'));
    window.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(localStorage.getItem(`lotse.outbox/${WHOSE}`)).toBeNull());
    expect(sent).toEqual(['c-1']);
    stop();
  });

  it('is taken up when the link is opened again', async () => {
    startOutbox(WHOSE)();
    await giveOrKeep(GIVEN);
    network = true;
    startOutbox('link/j02/pl02')();
    expect(sent).toEqual([]);
    const stop = startOutbox(WHOSE);
    await vi.waitFor(() => expect(sent).toEqual(['c-1']));
    stop();
  });
});
