import type { components } from '../api/generated/schema';

type Options = components['schemas']['AuthenticatorOptions'];

/** Asks the browser for a passkey; the library comes only now. @throws Error when the person or the browser says no */
export async function askPasskey(options: Options): Promise<Record<string, unknown>> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const answer = await startAuthentication({ optionsJSON: options as never });
  return { ...answer };
}

/** Makes a new passkey for this account. */
export async function makePasskey(options: Options): Promise<Record<string, unknown>> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const answer = await startRegistration({ optionsJSON: options as never });
  return { ...answer };
}
