import { extname, join } from 'node:path';
import type { DataConverter } from '@temporalio/common';
import type { MasterKey } from '../keys/master-key';
import { EncryptingPayloadCodec } from './payload-codec';

/** Source (`.ts`) or build (`.js`): files that are loaded by path have the extension of this one. */
export const FAILURE_CONVERTER_PATH = join(__dirname, `failure-converter${extname(__filename)}`);

/** The one way of every process to write to Temporal and read from it: client, worker and tests share it. */
export const dataConverter = (masterKey: MasterKey): DataConverter => ({
  failureConverterPath: FAILURE_CONVERTER_PATH,
  payloadCodecs: [new EncryptingPayloadCodec(masterKey)],
});
