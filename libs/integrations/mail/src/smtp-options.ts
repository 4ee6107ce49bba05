import type { Options } from 'nodemailer/lib/smtp-transport';

/** A server that does not answer must not hold a delivery for long. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000 };

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Options of the connection from `smtp://` (port 587) or `smtps://` (port 465), with user and password where the server wants
 * them. Away from the loopback a connection is encrypted or not made; `?tls=none` says that it may be clear, which is refused
 * with a password.
 * @throws TypeError for an address that cannot serve; never quotes it
 */
export function smtpOptions(smtpUrl: string): Options {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const tls = url.searchParams.get('tls') ?? 'required';
  if (tls !== 'required' && tls !== 'none') throw new TypeError('SMTP_URL: tls is either required or none');
  const isClear = !secure && (tls === 'none' || LOOPBACK.has(url.hostname));
  if (isClear && url.password !== '' && !LOOPBACK.has(url.hostname))
    throw new TypeError('SMTP_URL: a password is not sent in clear; remove tls=none');
  const user = decodeURIComponent(url.username);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isClear,
    ...(tls === 'none' ? { ignoreTLS: true } : {}),
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
    ...TIMEOUTS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
