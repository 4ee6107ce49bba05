import canonicalize from 'canonicalize';
import type { AuditEntry } from './audit-entry';

/** The entry as it is stored and hashed: canonical JSON by RFC 8785, without members that are not there. */
export function auditText(entry: AuditEntry): string {
  const text = canonicalize(entry);
  if (text === undefined) throw new TypeError('An audit entry is a JSON object');
  return text;
}

/** The network of an address: a /24 of IPv4, a /48 of IPv6. Undefined for what is no address. */
export function networkOf(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const mapped = address.replace(/^::ffff:/i, '');
  const four = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(mapped)?.[1];
  if (four !== undefined) return `${four}.0/24`;
  if (!/^[0-9a-f:]+$/i.test(mapped) || !mapped.includes(':')) return undefined;
  const [head = '', tail] = mapped.toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  return `${[...front, ...zeros, ...back].slice(0, 3).join(':')}::/48`;
}
