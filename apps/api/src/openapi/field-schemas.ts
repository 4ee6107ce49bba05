import { isJsonObject, jsonSchema, type Field, type Fields, type Json, type JsonObject } from '@lotse/domain';

/** What a field of each kind is, where its schema does not say so itself. */
const WORDS: Readonly<Record<Field['kind'], string>> = {
  id: 'Id.',
  reference: 'Reference id, kept as given.',
  text: 'Free text; stored encrypted.',
  title: 'Short text.',
  day: "Day in the programme's time zone.",
  month: 'Month.',
  instant: 'Instant with a zone, RFC 3339.',
  number: 'Number.',
  boolean: 'Yes or no.',
  code: 'One of the codes.',
  language: 'Language, ISO 639.',
  country: 'Country, ISO 3166.',
  zone: 'IANA time zone.',
  list: 'List.',
  object: 'Object.',
  changes: 'Fields of the command it is about.',
};

const EXAMPLE_IDS = {
  programme: 'kg-glass-2023',
  organisation: 'company-1',
  agreement: 'ag-1',
  person: 'p01',
  placement: 'pl01',
  contract: 'ct01',
  command: 'c00038',
  journey: 'j01',
  own: 'x-01',
} as const;

/** Values that say more than those of their kind, by the name of a field. */
const NAMED: Readonly<Record<string, string>> = {
  to: 'SEL',
  mentor: 'mentor-company-1',
  assessor: 'assessor-1',
  textVersion: 'sv-1',
  consentVersion: '2023-10',
  outcome: 'completed',
  approvedBy: 'second-person',
};

/** A value that the field takes. */
function exampleOf(field: Field): Json {
  switch (field.kind) {
    case 'id':
      return EXAMPLE_IDS[field.of];
    case 'reference':
      return 'ev-0001';
    case 'text':
      return 'As discussed.';
    case 'title':
      return 'Oschatz';
    case 'day':
      return '2024-09-02';
    case 'month':
      return '2024-09';
    case 'instant':
      return '2024-09-02T10:00:00Z';
    case 'number':
      return Math.max(field.min, 1);
    case 'boolean':
      return true;
    case 'code':
      return field.values[0] ?? '';
    case 'language':
      return 'ky';
    case 'country':
      return 'KG';
    case 'zone':
      return 'Europe/Berlin';
    case 'list':
      return [exampleOf(field.of)];
    case 'object':
      return examplesOf(field.fields);
    case 'changes':
      return {};
  }
}

/** An object with every field that must be there. */
export const examplesOf = (fields: Fields): JsonObject =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => field.optional !== true)
      .map(([name, field]) => [
        name,
        field.kind === 'reference' ? (NAMED[name] ?? exampleOf(field)) : exampleOf(field),
      ]),
  );

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});

/** The domain's schema of one field, described down to its innermost. */
function describedField(field: Field, schema: JsonObject): JsonObject {
  const described = { description: WORDS[field.kind], ...schema };
  if (field.kind === 'list') return { ...described, items: describedField(field.of, objectOf(schema.items)) };
  if (field.kind === 'object') return { ...described, ...describedSchema(field.fields) };
  return described;
}

/**
 * The domain's schema of a set of fields, each property described.
 * @param words descriptions of fields that have better ones than those of their kind
 */
export function describedSchema(fields: Fields, words: Readonly<Record<string, string>> = {}): JsonObject {
  const schema = jsonSchema(fields);
  const bare = objectOf(schema.properties);
  const properties = Object.entries(fields).map(([name, field]) => [
    name,
    {
      ...describedField(field, objectOf(bare[name])),
      ...(Object.hasOwn(words, name) ? { description: words[name] } : {}),
    },
  ]);
  return { ...schema, properties: Object.fromEntries(properties) };
}
