import { ApplicationFailure } from '@temporalio/common';
import {
  decodeArrayFromPayloads,
  decodeOptionalFailureToOptionalError,
  encodeErrorToFailure,
  encodeToPayloads,
  loadDataConverter,
} from '@temporalio/common/lib/internal-non-workflow';
import { parseMasterKey } from '../keys/master-key';
import { dataConverter } from './data-converter';

const converterOf = (fill: number) =>
  loadDataConverter(dataConverter(parseMasterKey(Buffer.alloc(32, fill).toString('base64'))));
const converter = converterOf(1);
const inClear = (message: unknown): string =>
  JSON.stringify(message, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );

describe('what is written to Temporal', () => {
  it('is read back and shows nothing of itself', async () => {
    const payloads = await encodeToPayloads(converter, { journeyId: 'j-canary' }, 'second');
    expect(await decodeArrayFromPayloads(converter, payloads)).toEqual([{ journeyId: 'j-canary' }, 'second']);
    expect(inClear(payloads)).not.toContain('j-canary');
  });

  it('names the key that opens it', async () => {
    const payloads = await encodeToPayloads(converter, 'x');
    await expect(decodeArrayFromPayloads(converterOf(2), payloads)).rejects.toMatchObject({
      code: 'key-wrong',
    });
  });

  it('is read after the master key was replaced, for as long as the key before is there', async () => {
    const payloads = await encodeToPayloads(converter, 'x');
    const keys = [2, 1].map((fill) => Buffer.alloc(32, fill).toString('base64'));
    const rotated = loadDataConverter(dataConverter(parseMasterKey(keys.join(' '))));
    expect(await decodeArrayFromPayloads(rotated, payloads)).toEqual(['x']);
    const written = await encodeToPayloads(rotated, 'y');
    expect(await decodeArrayFromPayloads(converterOf(2), written)).toEqual(['y']);
  });

  it('is read in clear where an operator wrote it in clear', async () => {
    const clear = { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('{"version":4}') };
    expect(await decodeArrayFromPayloads(converter, [clear])).toEqual([{ version: 4 }]);
  });
});

describe('a failure written to Temporal', () => {
  const cause = new Error('Aigul Canary again');
  const failure = ApplicationFailure.create({
    message: 'Aigul Canary',
    type: 'ActivityFailed',
    details: [{ text: 'Aigul Canary' }],
    cause,
  });

  it('shows its type and neither message, details, cause nor stack', async () => {
    const encoded = await encodeErrorToFailure(converter, failure);
    expect(inClear(encoded)).not.toMatch(/Canary|data-converter\.spec/);
    expect(encoded.applicationFailureInfo?.type).toBe('ActivityFailed');
  });

  it('is read back whole', async () => {
    const decoded = await decodeOptionalFailureToOptionalError(
      converter,
      await encodeErrorToFailure(converter, failure),
    );
    expect(decoded).toMatchObject({
      message: 'Aigul Canary',
      type: 'ActivityFailed',
      details: [{ text: 'Aigul Canary' }],
      cause: { message: 'Aigul Canary again' },
    });
  });
});
