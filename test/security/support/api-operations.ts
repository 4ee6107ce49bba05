import { isJsonObject, type Json, type JsonObject } from '@lotse/domain';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Method } from './secured-api';

const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'DELETE'];

/** One operation of openapi.json, as far as a request is made of it. */
export interface Operation {
  readonly method: Method;
  readonly path: string;
  /** Parameters of path and query, with the example of each that has one. */
  readonly parameters: readonly {
    readonly name: string;
    readonly place: 'path' | 'query';
    readonly example: Json;
  }[];
  /** Example of the body and its media type. */
  readonly body?: { readonly type: string; readonly example: Json };
}

const read = (): JsonObject => {
  const parsed: unknown = JSON.parse(readFileSync(join(__dirname, '../../../openapi.json'), 'utf8'));
  if (!isJsonObject(parsed)) throw new TypeError('openapi.json is no object');
  return parsed;
};

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

/** A record's `{id}` is called as what is listed there, such as `{trips}`: the kinds have ids of their own. */
const named = (path: string): string => path.replace(/\/([a-z-]+)\/\{id\}/, '/$1/{$1}');

/** Answers that have no end. */
const isStream = (operation: JsonObject): boolean =>
  'text/event-stream' in objectOf(objectOf(objectOf(operation.responses)['200']).content);

/** Every operation of the API that has an end, from the document that it answers itself. */
export function operationsOfApi(): Operation[] {
  const document = read();

  function resolved(value: Json | undefined): JsonObject {
    const object = objectOf(value);
    const ref = textOf(object.$ref);
    if (ref === '') return object;
    let found: Json | undefined = document;
    for (const part of ref.slice(2).split('/')) found = objectOf(found)[part];
    return resolved(found);
  }

  function exampleOf(schema: Json | undefined, depth = 0): Json {
    const given = resolved(schema);
    const { example, enum: values, properties } = given;
    if (example !== undefined) return example;
    if (depth > 6) return null;
    const [first] = listOf(values);
    if (first !== undefined) return first;
    const [choice] = [...listOf(given.oneOf), ...listOf(given.anyOf)];
    if (choice !== undefined) return exampleOf(choice, depth + 1);
    const all = listOf(given.allOf).map((part) => objectOf(exampleOf(part, depth + 1)));
    const own = Object.entries(objectOf(properties)).map(([name, part]) => [
      name,
      exampleOf(part, depth + 1),
    ]);
    if (given.type === 'array') return [exampleOf(given.items, depth + 1)];
    if (given.type === 'object' || own.length > 0 || all.length > 0)
      return Object.assign({}, ...all, Object.fromEntries(own)) as JsonObject;
    return 'text';
  }

  const bodyOf = (operation: JsonObject): Pick<Operation, 'body'> => {
    const [content] = Object.entries(objectOf(resolved(operation.requestBody).content));
    if (content === undefined) return {};
    const [type, media] = content;
    const { example, examples, schema } = objectOf(media);
    const [named] = Object.values(objectOf(examples)).map((one) => resolved(one).value);
    return { body: { type, example: example ?? named ?? exampleOf(schema) } };
  };

  return Object.entries(objectOf(document.paths)).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const operation = objectOf(methods)[method.toLowerCase()];
      if (!isJsonObject(operation) || isStream(operation)) return [];
      const called = named(path);
      const own = /\/([a-z-]+)\/\{id\}/.exec(path)?.[1] ?? '';
      const parameters = listOf(operation.parameters)
        .map(resolved)
        .flatMap(({ name, in: place, example, schema }) =>
          place === 'path' || place === 'query'
            ? [
                {
                  name: place === 'path' && name === 'id' ? own : textOf(name),
                  place: place as 'path' | 'query',
                  example: example ?? exampleOf(schema),
                },
              ]
            : [],
        );
      return [{ method, path: called, parameters, ...bodyOf(operation) }];
    }),
  );
}
