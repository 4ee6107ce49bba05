import { AsyncLocalStorage } from 'node:async_hooks';
import { inSameContext } from './same-context';

const scope = new AsyncLocalStorage<string>();

async function* scopes(ended: string[]): AsyncGenerator<string> {
  try {
    for (;;) yield await Promise.resolve(scope.getStore() ?? 'none');
  } finally {
    ended.push(scope.getStore() ?? 'none');
  }
}

describe('rows of a request', () => {
  it('are made in its scope, and ended in it, though the socket pulls them', async () => {
    const ended: string[] = [];
    const rows = scope.run('request', () => inSameContext(scopes(ended)));
    const seen = [(await rows.next()).value];
    await scope.run('socket', async () => {
      for await (const row of rows) {
        seen.push(row);
        if (seen.length === 3) break;
      }
    });
    expect(seen).toEqual(['request', 'request', 'request']);
    expect(ended).toEqual(['request']);
  });

  it('would otherwise be made in the scope of who pulls them', async () => {
    const rows = scope.run('request', () => scopes([]));
    await scope.run('request', () => rows.next());
    expect((await scope.run('socket', () => rows.next())).value).toBe('socket');
  });
});
