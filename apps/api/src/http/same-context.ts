import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The same rows, each made in the asynchronous context of this call, whoever pulls them: a stream that waited for its reader goes
 * on in the context of the socket, which knows nothing of the scope that the request runs in.
 */
export function inSameContext<Row>(rows: AsyncGenerator<Row>): AsyncIterableIterator<Row> {
  const here = AsyncLocalStorage.snapshot();
  const bound: AsyncIterableIterator<Row> = {
    next: () => here(() => rows.next()),
    return: (value: unknown) => here(() => rows.return(value)),
    [Symbol.asyncIterator]: () => bound,
  };
  return bound;
}
