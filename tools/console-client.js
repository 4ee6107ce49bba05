'use strict';

/**
 * Writes what the console knows of the API from openapi.json, before it is built: the types of its client, and the fields of each
 * command for its forms. Both lie in apps/web/src/api/generated and are never committed, so they are never out of date.
 *
 *   node tools/console-client.js
 */
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..');
const TARGET = join(ROOT, 'apps/web/src/api/generated');

/** Field schemas without what a form does not show. */
function formSchema({ description: _description, example: _example, ...schema }) {
  if (schema.properties)
    schema.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, field]) => [
        name,
        { ...formSchema(field), ...(linkOf(field) ? { link: linkOf(field) } : {}) },
      ]),
    );
  if (schema.items)
    schema.items = {
      ...formSchema(schema.items),
      ...(linkOf(schema.items) ? { link: linkOf(schema.items) } : {}),
    };
  delete schema.additionalProperties;
  return schema;
}

/** What an id names, or `text` for free text: the description is where the domain says so. */
function linkOf({ description = '' }) {
  const id = /^Id of an? ([a-z]+)/.exec(description);
  if (id) return id[1];
  if (description.startsWith('Own id')) return 'own';
  if (description.startsWith('Reference id')) return 'reference';
  if (description.startsWith('Free text')) return 'text';
  return undefined;
}

function commandsOf({ components: { schemas } }) {
  return Object.fromEntries(
    Object.entries(schemas.Command.discriminator.mapping).map(([command, reference]) => {
      const { properties } = schemas[reference.slice(reference.lastIndexOf('/') + 1)];
      return [command, { by: properties.by.properties.role.enum, data: formSchema(properties.data) }];
    }),
  );
}

async function main() {
  const text = readFileSync(join(ROOT, 'openapi.json'), 'utf8');
  const { default: openapiTs, astToString } = await import('openapi-typescript');
  mkdirSync(TARGET, { recursive: true });
  const types = astToString(await openapiTs(text, { alphabetize: false }));
  writeFileSync(join(TARGET, 'schema.d.ts'), types);
  writeFileSync(join(TARGET, 'commands.json'), JSON.stringify(commandsOf(JSON.parse(text))));
}

void main();
