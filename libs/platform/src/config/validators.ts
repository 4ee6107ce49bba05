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

/** A port, or 0 for any that is free. */
export const freePort = makeValidator<number>((text) => {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new EnvError('is not a port from 0 to 65535');
  return Number(text);
});

/** An address of the web; what leads to pages, not to one page. */
export const webUrl = makeValidator<string>((text) => {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol !== 'https:' && protocol !== 'http:')
    throw new EnvError('is not an address of the web, for example https://lotse.example.org');
  return text;
});

/** Where mail is handed over: `smtp://` or `smtps://`, with user and password where the server wants them. */
export const smtpUrl = makeValidator<string>((text) => {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol !== 'smtp:' && protocol !== 'smtps:')
    throw new EnvError(
      'is not the address of a mail server, for example smtps://user:password@mail.example.org',
    );
  return text;
});

/** A sender: `address@host`, or `Name <address@host>`. */
export const mailSender = makeValidator<string>((text) => {
  if (!/^(?:[^\p{Cc}<>@",;:]+ <[^\s<>@]+@[\w.-]+>|[^\s<>@]+@[\w.-]+)$/u.test(text))
    throw new EnvError('is not a sender, for example Lotse <lotse@example.org>');
  return text;
});

/** A token as RFC 6750 allows it, long enough that nobody guesses it. */
export const bearerToken = makeValidator<string>((text) => {
  if (!/^[A-Za-z0-9._~+/-]{32,512}=*$/.test(text))
    throw new EnvError('is not a token of at least 32 letters, digits or . _ ~ + / -');
  return text;
});

/** Somebody to write to or call, as RFC 9116 has it: `mailto:`, `https:` or `tel:`. */
export const contactUri = makeValidator<string>((text) => {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (!['mailto:', 'https:', 'tel:'].includes(protocol) || /\s/.test(text))
    throw new EnvError('is not a contact, for example mailto:security@example.org');
  return text;
});

/** Mail addresses with commas between them; none when empty. */
export const mailAddresses = makeValidator<readonly string[]>((text) => {
  const addresses = text.split(',').map((one) => one.trim());
  const wrong = addresses.some((one) => !/^[^\s<>@,;:"()]+@[\w.-]+$/u.test(one));
  if (text.trim() !== '' && wrong)
    throw new EnvError('is no list of mail addresses, for example privacy@example.org,lead@example.org');
  return text.trim() === '' ? [] : addresses;
});
