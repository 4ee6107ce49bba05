/** What is told to those who find a weakness. */
export interface SecuritySettings {
  readonly contact?: string | undefined;
  /** Page on how reports are handled. */
  readonly policy?: string | undefined;
  /** Where users reach this installation. */
  readonly site?: string | undefined;
}

export const SECURITY_PATH = '.well-known/security.txt';

/** Less than a year, as RFC 9116 recommends: who copies the file learns when to ask again. */
const VALID_DAYS = 180;
const DAY_MS = 86_400_000;

/** `security.txt` as of a moment (RFC 9116); undefined without a contact, which it must have. */
export function securityText({ contact, policy, site }: SecuritySettings, now: Date): string | undefined {
  if (contact === undefined) return undefined;
  const expires = new Date(Math.floor(now.getTime() / DAY_MS + VALID_DAYS) * DAY_MS);
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString().replace('.000Z', 'Z')}`,
    'Preferred-Languages: en, de',
    ...(policy === undefined ? [] : [`Policy: ${policy}`]),
    ...(site === undefined ? [] : [`Canonical: ${site.replace(/\/+$/, '')}/${SECURITY_PATH}`]),
    '',
  ].join('\n');
}
