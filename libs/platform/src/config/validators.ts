import { EnvError, makeValidator } from 'envalid';
import { KeyError } from '../keys/key-error';
import { parseMasterKey, type MasterKey } from '../keys/master-key';

/** `host:port`, as gRPC addresses are written. */
export const hostAndPort = makeValidator<string>((text) => {
  const port = Number(/^\[?[\w.:-]+\]?:(\d{1,5})$/.exec(text)?.[1]);
  if (!(port >= 1 && port <= 65_535)) throw new EnvError('is not host:port, for example 127.0.0.1:7233');
  return text;
});

/** A PostgreSQL connection string. */
export const postgresUrl = makeValidator<string>((text) => {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol !== 'postgres:' && protocol !== 'postgresql:') {
    throw new EnvError('is not a PostgreSQL address, for example postgresql://user:password@host:5432/lotse');
  }
  return text;
});

/** 32 bytes in base64. */
export const masterKey = makeValidator<MasterKey>((text) => {
  try {
    return parseMasterKey(text);
  } catch (error) {
    throw new EnvError(error instanceof KeyError ? error.message : 'is not a key');
  }
});
