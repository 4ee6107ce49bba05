import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Offline } from '../api/problem';
import type { GivenCommand } from './commands';
import { giveOrKeep, startOutbox } from './outbox';

const line = vi.hoisted(() => ({ works: false, sent: [] as string[] }));
vi.mock('./commands', () => ({
  giveCommand: ({ id }: { readonly id: string }) => {
    if (!line.works) return Promise.reject(new Offline('no network'));
    line.sent.push(id);
    return Promise.resolve({});
  },
}));

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
  beforeEach(() => {
    line.works = false;
    line.sent.length = 0;
    localStorage.clear();
  });

  it('keeps what the network did not carry, and sends it once when there is one', async () => {
    const stop = startOutbox(WHOSE);
    expect(await giveOrKeep(GIVEN)).toBe('kept');
    expect(localStorage.getItem(`lotse.outbox/${WHOSE}`)).toContain('c-1');
    line.works = true;
    window.dispatchEvent(new Event('online'));
    window.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(localStorage.getItem(`lotse.outbox/${WHOSE}`)).toBeNull());
    expect(line.sent).toEqual(['c-1']);
    stop();
  });

  it('is taken up when the link is opened again', async () => {
    startOutbox(WHOSE)();
    await giveOrKeep(GIVEN);
    line.works = true;
    startOutbox('link/j02/pl02')();
    expect(line.sent).toEqual([]);
    const stop = startOutbox(WHOSE);
    await vi.waitFor(() => expect(line.sent).toEqual(['c-1']));
    stop();
  });
});
