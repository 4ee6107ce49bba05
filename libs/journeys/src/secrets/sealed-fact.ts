import { commandRule, isJsonObject, type Correction, type Fact, type JsonObject } from '@lotse/domain';
import type { StoredFact } from '../ports/journey-store.port';
import type { KeyringPort } from '../ports/keyring.port';
import { putTextBack, takeTextOut } from './text-fields';

/** The key of the person whose facts they are. */
export interface PersonKey {
  readonly person: string;
  readonly wrapped: Buffer;
}

/** Sealed text opens at this place alone, so that it cannot be moved to another fact. */
const placeOf = ({ journey, version }: Fact): string => `fact/${journey}/${version}`;

function withoutReason({ reason: _reason, ...correction }: Correction): Correction {
  return correction;
}

/** A fact ready to be stored: free text and the reason of a correction apart and sealed. @throws Error when there is text and no key */
export function sealFact(
  keyring: KeyringPort,
  key: PersonKey | undefined,
  person: string,
  fact: Fact,
): StoredFact {
  const { clear, text } = takeTextOut(commandRule(fact.kind)?.fields ?? {}, fact.data);
  const { correction, ...rest } = fact;
  const reason = correction?.reason;
  const stored = {
    ...rest,
    data: clear,
    ...(correction === undefined ? {} : { correction: withoutReason(correction) }),
  };
  if (text === undefined && reason === undefined) return { fact: stored, person };
  if (key === undefined)
    throw new Error(
      `Journey ${fact.journey}: the person has no key, so text of ${fact.commandId} cannot be stored`,
    );
  const secret: JsonObject = {
    ...(text === undefined ? {} : { data: text }),
    ...(reason === undefined ? {} : { reason }),
  };
  return { fact: stored, person, secret: keyring.seal(key.wrapped, key.person, placeOf(fact), secret) };
}

/** A stored fact with its text put back. Without the key, as after an erasure, the text is left out. */
export function openFact(keyring: KeyringPort, { fact, secret, person, wrappedKey }: StoredFact): Fact {
  if (secret === undefined || wrappedKey === undefined) return fact;
  const opened = keyring.open(wrappedKey, person, placeOf(fact), secret);
  if (!isJsonObject(opened)) throw new TypeError(`The sealed text of ${placeOf(fact)} is not an object`);
  const { data, reason } = opened;
  return {
    ...fact,
    data: isJsonObject(data) ? putTextBack({ clear: fact.data, text: data }) : fact.data,
    ...(fact.correction === undefined || typeof reason !== 'string'
      ? {}
      : { correction: { ...fact.correction, reason } }),
  };
}
