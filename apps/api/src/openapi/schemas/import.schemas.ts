import {
  COMMAND_LINE,
  LINE_RECORDED,
  RECORD_LINES,
  type Fields,
  type JsonObject,
  type RecordType,
} from '@lotse/domain';
import { describedSchema, examplesOf } from '../field-schemas';
import { ref } from '../ref';
import { integer, object, oneOf } from './shapes';

/** What a record of each type is. */
export const LINE_WORDS = {
  programme: 'A funded undertaking with its runtime and template.',
  organisation: 'A carrier, funder, company, university or other organisation.',
  agreement: 'A cooperation agreement between a programme and an organisation.',
  person: 'A person; stored encrypted.',
  engagement: 'How an organisation takes part in a programme from a day on.',
  intention: 'Whether a company intends to take candidates over.',
  partnership: 'A partnership between regions.',
  trip: 'A delegation trip, day by day.',
  interview: 'An interview of feedback.',
  material: 'A material that was developed.',
  event: 'A meeting, course, fair or other event beside journeys.',
  measure: 'A decision or interim target of the network’s work plan, with its due day.',
  target: 'What an indicator is to reach by a day, and where it started.',
} as const satisfies Record<RecordType, string>;

const lineSchema = (type: string, description: string, fields: Fields): JsonObject => {
  const schema = describedSchema({ ...fields, ...LINE_RECORDED });
  return {
    ...schema,
    description,
    required: ['type', ...(schema.required as readonly string[])],
    properties: {
      type: { type: 'string', const: type, description: 'Type of the line.' },
      ...Object(schema.properties),
    },
    example: { type, ...examplesOf(fields) },
  };
};
const nameOf = (type: string): string => `${type.charAt(0).toUpperCase()}${type.slice(1)}Line`;

/** Lines of an import and their answers. */
export const importSchemas = (): JsonObject => {
  const lines = {
    ...Object.fromEntries(
      (Object.keys(RECORD_LINES) as RecordType[]).map((type) => [
        nameOf(type),
        lineSchema(type, LINE_WORDS[type], RECORD_LINES[type]),
      ]),
    ),
    [nameOf('command')]: lineSchema(
      'command',
      'A command as under /journeys/{journey}/commands, with its journey; data as the schema of the command says.',
      COMMAND_LINE,
    ),
  };
  return {
    ...lines,
    ImportLine: {
      description:
        'One record or command. A known id with another body is a new version of a record, and refused for a command.',
      oneOf: Object.keys(lines).map(ref),
      example: {
        type: 'organisation',
        id: 'company-1',
        kind: 'company',
        name: 'Glass company 1',
        sites: ['Oschatz'],
      },
    },
    LineAnswer: object(
      'What became of one line.',
      {
        line: integer('Number of the line, from 1.'),
        type: { type: ['string', 'null'], description: 'Type of the line; null where it does not say.' },
        id: { type: ['string', 'null'], description: 'Id of the line; null where it does not say.' },
        result: oneOf(['accepted', 'repeated', 'unchanged', 'refused'], 'What became of it.'),
        version: integer('Version of the journey or record.'),
        refusal: object('Why it was refused.', {
          code: { type: 'string', description: 'Stable code.' },
          unmet: { type: 'array', items: ref('Unmet'), description: 'Everything that stands in the way.' },
        }),
      },
      {
        optional: ['version', 'refusal'],
        example: { line: 1, type: 'organisation', id: 'company-1', result: 'accepted', version: 1 },
      },
    ),
  };
};
