import { checkFields, COMMANDS, commandRule, isJsonObject, type Json, type JsonObject } from '@lotse/domain';
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020';
import request from 'supertest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPEN_ROUTES } from '../../apps/api/src/auth/open-routes';
import { startWith, type ApiOfParts } from './support/api-of-parts';
import { commandsOf, referenceRecords, startTestApi, TODAY, type ApiUnderTest } from './support/running-api';

const committed = readFileSync(join(__dirname, '../../openapi.json'), 'utf8');
const document: JsonObject = JSON.parse(committed);
const at = (value: Json | undefined, ...path: string[]): JsonObject =>
  path.reduce<JsonObject>(
    (part, name) => {
      const next = part[name];
      return isJsonObject(next) ? next : {};
    },
    isJsonObject(value) ? value : {},
  );
const schemas = Object.entries(at(document, 'components', 'schemas')) as [string, JsonObject][];
const operations = Object.entries(at(document, 'paths')).flatMap(([path, methods]) =>
  Object.entries(at(methods)).map(
    ([method, operation]) => [`${method.toUpperCase()} ${path}`, at(operation)] as const,
  ),
);

/** Ways in need no token. */
const isForAnybody = (name: string): boolean =>
  OPEN_ROUTES.some(
    ({ method, path, needs }) =>
      needs === 'nothing' && `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}` === name,
  );

/** Every object of a document, with the path to it. */
function* objectsOf(value: Json | undefined, path = ''): Generator<[string, JsonObject]> {
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* objectsOf(item, `${path}/${index}`);
  if (!isJsonObject(value)) return;
  yield [path, value];
  for (const [name, part] of Object.entries(value)) yield* objectsOf(part, `${path}/${name}`);
}

/** Checks values by the document's schemas; objects may then hold nothing that is not named in them. */
function validator() {
  const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
  const closed: JsonObject = JSON.parse(committed);
  for (const [, schema] of objectsOf(at(closed, 'components', 'schemas'))) {
    if (
      schema.type === 'object' &&
      isJsonObject(schema.properties) &&
      schema.additionalProperties === undefined
    )
      Object.assign(schema, { additionalProperties: false });
  }
  ajv.addSchema({ $id: 'api', ...closed });
  return (name: string, value: unknown): unknown[] => {
    const validate = ajv.getSchema(`api#/components/schemas/${name}`);
    if (validate === undefined) throw new Error(`The document has no schema ${name}`);
    return validate(value) === true ? [] : (validate.errors ?? []);
  };
}

describe('the committed OpenAPI document', () => {
  let api: ApiOfParts;
  beforeAll(async () => (api = await startWith()));
  afterAll(() => api.close());

  it('is what the routes and the domain give: else run npm run gen:openapi', async () => {
    const { text } = await request(api.url)
      .get('/openapi.json')
      .expect(200)
      .expect('Content-Type', /^application\/json/);
    expect(text).toBe(committed);
  });

  it('is OpenAPI 3.1 with a title, a version and a licence', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(at(document, 'info')).toMatchObject({
      title: 'Lotse API',
      version: '1',
      license: { name: 'Apache-2.0' },
    });
  });

  it('has a description and an example at every schema', () => {
    const bare = schemas.filter(([, schema]) => typeof schema.description !== 'string').map(([name]) => name);
    expect(bare).toEqual([]);
    const examples = schemas.filter(([, { example, properties }]) => {
      const parts = Object.values(at(properties));
      return (
        example === undefined &&
        !(
          parts.length > 0 &&
          parts.every((part) => 'example' in at(part) || '$ref' in at(part) || '$ref' in at(at(part).items))
        )
      );
    });
    expect(examples.map(([name]) => name)).toEqual([]);
  });

  it('has a description at every property', () => {
    const bare = [...objectsOf(at(document, 'components', 'schemas'))].flatMap(([path, { properties }]) =>
      path.endsWith('/properties') || path.includes('/example')
        ? []
        : Object.entries(at(properties))
            .filter(([, property]) => !('description' in at(property)) && !('$ref' in at(property)))
            .map(([name]) => `${path}/${name}`),
    );
    expect(bare).toEqual([]);
  });

  it('refers to nothing that is not there', () => {
    const missing = [...objectsOf(document)].flatMap(([path, { $ref }]) =>
      typeof $ref === 'string' && Object.keys(at(document, ...$ref.slice(2).split('/'))).length === 0
        ? [`${path}: ${$ref}`]
        : [],
    );
    expect(missing).toEqual([]);
  });

  it('has schemas that are schemas, with examples that they accept', () => {
    const faultsOf = validator();
    const wrong = schemas
      .filter(([, { example }]) => example !== undefined)
      .flatMap(([name, { example }]) => faultsOf(name, example).map((fault) => [name, fault]));
    expect(wrong).toEqual([]);
  });

  it.each(operations)('describes %s whole', (name, operation) => {
    expect(operation).toMatchObject({
      operationId: expect.any(String),
      summary: expect.any(String),
      description: expect.any(String),
      tags: [expect.any(String)],
    });
    for (const response of Object.values(at(operation, 'responses')))
      expect(response).toHaveProperty('description');
    const parameters = operation.parameters as readonly JsonObject[];
    for (const [, parameter] of name.matchAll(/\{(\w+)\}/g))
      expect(parameters).toContainEqual(
        expect.objectContaining({ name: parameter, in: 'path', required: true }),
      );
    for (const parameter of parameters)
      expect(parameter).toHaveProperty('description', expect.stringMatching(/./));
    if (name.includes('/api/')) {
      expect(operation.security).toEqual(isForAnybody(name) ? undefined : [{ token: [] }]);
      for (const status of ['401', '503']) expect(at(operation, 'responses')).toHaveProperty(status);
    }
  });

  it('names each operation and parameter once', () => {
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, { parameters }] of operations) {
      const names = (parameters as readonly JsonObject[]).map(
        (parameter) => `${parameter.in}:${parameter.name}`,
      );
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('offers every command but Lotse’s own, each with data that the domain takes', () => {
    const offered = schemas
      .map(([, schema]) => schema)
      .filter((schema) => 'const' in at(schema, 'properties', 'command'));
    const names = offered.map((schema) => String(at(schema, 'properties', 'command').const));
    expect(names.sort()).toEqual(
      Object.keys(COMMANDS)
        .filter((name) => name !== 'fire-clock')
        .sort(),
    );
    for (const schema of offered) {
      const { command, data } = at(schema, 'example');
      const rule = commandRule(String(command));
      expect([command, checkFields(rule?.fields ?? {}, at(data))]).toEqual([command, []]);
    }
  });

  it('is shown on a page without inline code or style, which loads only what it may', async () => {
    const page = await request(api.url)
      .get('/docs')
      .expect(200)
      .expect('Content-Type', /^text\/html/);
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self';style-src 'self'/);
    expect(page.text).not.toMatch(/<style|style=|<script>|\son\w+=/);
    const loaded = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(loaded).toHaveLength(4);
    for (const path of loaded) await request(api.url).get(path).expect(200);
    await request(api.url).get('/docs/package.json').expect(404);
  });
});

describe('the answers of the API', () => {
  let api: ApiUnderTest;
  const faultsOf = validator();
  beforeAll(async () => (api = await startTestApi()));
  afterAll(() => api.close());

  it('are as the document says, and hold nothing that it does not name', async () => {
    const until = (line: JsonObject): boolean => String(line.happenedOn) <= TODAY;
    const lines = [
      referenceRecords(),
      '{}',
      ...commandsOf('j01')
        .filter(until)
        .map((line) => JSON.stringify(line)),
    ];
    const answers = await api.importLines(lines.join('\n'));
    expect(answers.flatMap((answer) => faultsOf('LineAnswer', answer))).toEqual([]);
    const bodyOf = async (path: string): Promise<unknown> => (await api.get(path)).body;
    const documented = [
      ['JourneyPageResponse', '/api/v1/journeys'],
      ['JourneyResponse', '/api/v1/journeys/j01'],
      ['TimelineResponse', '/api/v1/journeys/j01/timeline'],
      ['SheetResponse', '/api/v1/sheet'],
      ['FigureUnits', '/api/v1/sheet/figures/students/units'],
      ['FigureUnits', '/api/v1/sheet/figures/partners/units'],
      ['Template', '/api/v1/templates/de-uni-internship-hire@1'],
      ['ProblemDetails', '/api/v1/journeys/j99'],
      ['ReadyResponse', '/health/ready'],
      ['LiveResponse', '/health/live'],
    ] as const;
    for (const [schema, path] of documented)
      expect([path, faultsOf(schema, await bodyOf(path))]).toEqual([path, []]);
    const sent = await api.post('/api/v1/journeys/j01/commands', {});
    expect(faultsOf('ProblemDetails', sent.body)).toEqual([]);
  });

  it('accept the lines of the reference file as the document does', () => {
    const records = referenceRecords()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(records.flatMap((record) => faultsOf('ImportLine', record))).toEqual([]);
    const bodies = commandsOf('j01').map(({ type: _type, journey: _journey, ...body }) => body);
    expect(bodies.flatMap((body) => faultsOf('Command', body))).toEqual([]);
  });
});
