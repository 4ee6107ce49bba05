import { Writable } from 'node:stream';
import { print } from './print';

it('what waits for a slow reader listens no longer than it waits', async () => {
  const slow = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => void setImmediate(done),
  });
  const own = Object.getOwnPropertyDescriptor(process, 'stdout') ?? {};
  Object.defineProperty(process, 'stdout', { value: slow, configurable: true });
  try {
    for (let line = 0; line < 20; line += 1) await print(`line ${line}\n`);
  } finally {
    Object.defineProperty(process, 'stdout', own);
  }
  expect(['drain', 'close'].map((event) => slow.listenerCount(event))).toEqual([0, 0]);
});
