import type { Json } from '@lotse/domain';
import canonicalize from 'canonicalize';

/** Canonical JSON by RFC 8785: equal values give equal text whatever the order of their members. */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only JSON has a canonical form');
  return text;
}
