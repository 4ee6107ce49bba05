import { isJsonObject, type Field, type Fields, type Json, type JsonObject } from '@lotse/domain';

/** An object taken apart: free text on one side, everything else on the other. */
export interface TextApart {
  readonly clear: JsonObject;
  /** Absent when there is no free text. */
  readonly text?: JsonObject;
}

function holdsText(field: Field): boolean {
  if (field.kind === 'text') return true;
  if (field.kind === 'list') return holdsText(field.of);
  return field.kind === 'object' && Object.values(field.fields).some(holdsText);
}

/** Takes free text out of an object by its fields. A list that holds any goes out whole, since its items have no names. */
export function takeTextOut(fields: Fields, value: JsonObject): TextApart {
  const clear: Record<string, Json> = {};
  const text: Record<string, Json> = {};
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field?.kind === 'object' && isJsonObject(member)) {
      const inner = takeTextOut(field.fields, member);
      clear[name] = inner.clear;
      if (inner.text !== undefined) text[name] = inner.text;
    } else if (field !== undefined && holdsText(field)) {
      text[name] = member;
    } else {
      clear[name] = member;
    }
  }
  return Object.keys(text).length === 0 ? { clear } : { clear, text };
}

/** Puts back what `takeTextOut` took. */
export function putTextBack({ clear, text }: TextApart): JsonObject {
  const whole: Record<string, Json | undefined> = { ...clear };
  for (const [name, member] of Object.entries(text ?? {})) {
    const present = whole[name];
    whole[name] =
      isJsonObject(present) && isJsonObject(member) ? putTextBack({ clear: present, text: member }) : member;
  }
  return whole;
}
