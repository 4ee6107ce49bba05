import { isJsonObject, type JsonObject } from '@lotse/domain';

const parseObject = (text: string): JsonObject => {
  const value: unknown = JSON.parse(text);
  if (!isJsonObject(value)) throw new TypeError(`Not an object: ${text}`);
  return value;
};

/** The objects of JSON Lines. */
export const jsonLines = (text: string): JsonObject[] => text.split('\n').filter(Boolean).map(parseObject);
