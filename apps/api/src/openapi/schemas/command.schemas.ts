import {
  COMMAND_LINE,
  COMMAND_WORDS,
  COMMANDS,
  type CommandName,
  type CommandRule,
  type JsonObject,
} from '@lotse/domain';
import { describedSchema, examplesOf } from '../field-schemas';
import { ref } from '../ref';

/** `confirm-month` → `ConfirmMonth`. */
const pascalCase = (name: string): string =>
  name.replaceAll(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase());
const schemaName = (name: string): string => `${pascalCase(name)}Command`;

/** Lotse's own command is described nowhere: nobody else may give it. */
const NAMES = (Object.keys(COMMANDS) as CommandName[]).filter((name) => name !== 'fire-clock');

/** Here the journey stands in the address, and the id may stand in the header. */
const { journey: _inAddress, id, ...ENVELOPE } = COMMAND_LINE;
const WORDS = {
  id: 'Id of the command, its idempotency key; may stand in Idempotency-Key instead.',
  happenedOn: "Day on which it happened, in the programme's time zone; not after today.",
  expectedVersion: 'Version of the journey it is meant for; may stand in If-Match instead.',
};
const FIELDS = { id: { ...id, optional: true }, ...ENVELOPE } as const;

const ORGANISATIONS = { university: 'university-1', company: 'company-1', mentor: 'company-1' };

function commandSchema(name: CommandName): JsonObject {
  const { fields, by }: CommandRule = COMMANDS[name];
  const [role = 'coordinator'] = by;
  const organisation = Object.entries(ORGANISATIONS).find(([acting]) => acting === role)?.[1];
  const data = {
    ...examplesOf(fields),
    ...(fields.party?.kind === 'code' && fields.party.values.includes(role) ? { party: role } : {}),
  };
  const envelope = describedSchema(FIELDS, WORDS);
  return {
    ...envelope,
    description: COMMAND_WORDS[name],
    properties: {
      ...Object(envelope.properties),
      command: { const: name, type: 'string', description: 'Name of the command.' },
      by: {
        type: 'object',
        description: 'Who did it; organisation is needed for university, company and mentor.',
        additionalProperties: false,
        required: ['role'],
        properties: {
          role: { type: 'string', enum: by, description: 'Role that did it.' },
          organisation: {
            type: 'string',
            pattern: '^[A-Za-z0-9._-]{1,64}$',
            description: 'Organisation the role acts for.',
          },
        },
      },
      data: { ...describedSchema(fields), description: 'Fields of the command.' },
    },
    example: {
      id: 'c00038',
      command: name,
      happenedOn: '2024-09-02',
      by: organisation === undefined ? { role } : { role, organisation },
      data,
    },
  };
}

/** One schema per command from the domain's table, and their choice. */
export const commandSchemas = (): JsonObject => ({
  Command: {
    description: 'One command: what happened, on which day, and who did it.',
    oneOf: NAMES.map((name) => ref(schemaName(name))),
    discriminator: {
      propertyName: 'command',
      mapping: Object.fromEntries(NAMES.map((name) => [name, ref(schemaName(name)).$ref])),
    },
    example: commandSchema('confirm-month').example,
  },
  ...Object.fromEntries(NAMES.map((name) => [schemaName(name), commandSchema(name)])),
});
