import { isJsonObject, type Json, type JsonObject } from '@lotse/domain';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

/** A member that is text; empty when it is not, which no check lets through. */
const textOf = (from: Json | undefined, name: string): string => {
  const value = isJsonObject(from) && Object.hasOwn(from, name) ? from[name] : undefined;
  return typeof value === 'string' ? value : '';
};

/** What a browser answers to `navigator.credentials.create`, reduced to what is checked. */
export const registrationOf = (given: JsonObject): RegistrationResponseJSON => ({
  id: textOf(given, 'id'),
  rawId: textOf(given, 'rawId'),
  response: {
    clientDataJSON: textOf(given.response, 'clientDataJSON'),
    attestationObject: textOf(given.response, 'attestationObject'),
  },
  clientExtensionResults: {},
  type: 'public-key',
});

/** What a browser answers to `navigator.credentials.get`, reduced to what is checked. */
export const assertionOf = (given: JsonObject): AuthenticationResponseJSON => ({
  id: textOf(given, 'id'),
  rawId: textOf(given, 'rawId'),
  response: {
    clientDataJSON: textOf(given.response, 'clientDataJSON'),
    authenticatorData: textOf(given.response, 'authenticatorData'),
    signature: textOf(given.response, 'signature'),
  },
  clientExtensionResults: {},
  type: 'public-key',
});
