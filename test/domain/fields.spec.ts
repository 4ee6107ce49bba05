import {
  checkFields,
  COMMANDS,
  decide,
  RECORD_LINES,
  type Decision,
  type Json,
  type JsonObject,
} from '@lotse/domain';
import { actorOf, DECLARED } from './command-samples';
import { codeOf, guardsOf, recordsOnly, unmetOf } from './ordinary-journey';
import { COMMAND_BOUNDARIES, RECORD_SAMPLES, SHAPES } from './field-samples';

/** Fields are judged before anything else, so an empty journey is enough to see what they refuse. */
function ask(command: string, data: JsonObject): Decision {
  const by = actorOf(
    (Object.hasOwn(DECLARED, command) ? DECLARED[command]?.by[0] : undefined) ?? 'coordinator',
  );
  const asked = { id: 'asked', journey: 'none', command, happenedOn: '2026-10-01', by, data };
  const world = recordsOnly();
  return decide(world.state('none'), asked, world.context(asked));
}
const fieldsOf = (decision: Decision): readonly string[] =>
  codeOf(decision) === 'fields-invalid' ? guardsOf(decision) : [];
const without = (data: JsonObject, name: string): JsonObject =>
  Object.fromEntries(Object.entries(data).filter(([key]) => key !== name));

const required = Object.entries(DECLARED).flatMap(([command, declared]) =>
  Object.keys(declared.required).map((field) => ({ command, field, data: declared.required })),
);
const optional = Object.entries(DECLARED).flatMap(([command, declared]) =>
  Object.entries(declared.optional ?? {}).map(([field, value]) => ({
    command,
    field,
    value,
    data: declared.required,
  })),
);
/** None of these is right for any field that holds text, a number, a day or a choice. */
const WRONG: readonly Json[] = [null, {}, [], '', '   '];
/** An empty list is no wrong list; those that need an item stand among the bounds. */
const wrongFor = (right: Json | undefined): readonly Json[] =>
  Array.isArray(right) ? [null, {}, '', 7] : WRONG;

describe('the fields of every command', () => {
  it.each(Object.entries(DECLARED))(
    '%s is taken with what it requires alone and with all',
    (command, declared) => {
      expect(fieldsOf(ask(command, declared.required))).toEqual([]);
      expect(fieldsOf(ask(command, { ...declared.required, ...declared.optional }))).toEqual([]);
    },
  );

  it.each(Object.entries(DECLARED))('%s has no other fields than the document', (command, declared) => {
    const known = Object.keys(COMMANDS[command as keyof typeof COMMANDS].fields);
    expect(known.sort()).toEqual(Object.keys({ ...declared.required, ...declared.optional }).sort());
  });

  it.each(required)('$command without $field names it as missing', ({ command, field, data }) => {
    const decision = ask(command, without(data, field));
    expect(fieldsOf(decision)).toEqual([`field:data.${field}`]);
    expect(unmetOf(decision)[0]?.remedy).toBe(`${command}: Give data.${field}: it is required.`);
  });

  it.each(required)('$command with $field of a wrong type names it', ({ command, field, data }) => {
    for (const wrong of wrongFor(data[field]))
      expect(fieldsOf(ask(command, { ...data, [field]: wrong }))).toEqual([`field:data.${field}`]);
  });

  it.each(optional)(
    '$command with the optional $field of a wrong type names it',
    ({ command, field, value: right, data }) => {
      const wrong = field === 'data' ? [null, [], '', 7] : wrongFor(right);
      for (const value of wrong)
        expect(fieldsOf(ask(command, { ...data, [field]: value }))).toEqual([`field:data.${field}`]);
    },
  );

  it.each(Object.entries(DECLARED))('%s refuses an unknown and a misspelt field', (command, declared) => {
    const decision = ask(command, { ...declared.required, colour: 'red', Reason: 'x' });
    expect(fieldsOf(decision)).toEqual(['field:data.colour', 'field:data.Reason']);
    expect(unmetOf(decision)[0]?.remedy).toContain('Remove data.colour: known here are');
  });

  it('names every fault at once, unknown fields first', () => {
    const data = { colour: 1, placement: 'pl 1', month: '2026-13', workedDays: 31.5, plannedDays: 'x' };
    expect(fieldsOf(ask('confirm-month', data))).toEqual(
      ['colour', 'placement', 'month', 'workedDays', 'plannedDays', 'evidence'].map(
        (name) => `field:data.${name}`,
      ),
    );
  });

  it('takes no name from the prototype of an object for a field', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const data = JSON.parse(`{"placement":"pl-1","${name}":"x"}`) as JsonObject;
      expect(fieldsOf(ask('opt-in', data))).toEqual([`field:data.${name}`]);
    }
    expect(codeOf(ask('constructor', {}))).toBe('unknown-command');
  });

  it.each(COMMAND_BOUNDARIES)('$command.$field knows its bounds', ({ command, field, right, wrong }) => {
    const data = { ...DECLARED[command]?.required };
    for (const value of right) expect(fieldsOf(ask(command, { ...data, [field]: value }))).toEqual([]);
    for (const value of wrong) {
      const [fault] = fieldsOf(ask(command, { ...data, [field]: value }));
      expect(`${JSON.stringify(value)} ${fault?.split('.').slice(0, 2).join('.')}`).toBe(
        `${JSON.stringify(value)} field:data.${field}`,
      );
    }
  });
});

describe('each kind of field', () => {
  it.each(SHAPES)('$name', ({ field, right, wrong }) => {
    for (const value of right) expect(checkFields({ it: field }, { it: value })).toEqual([]);
    for (const value of wrong) expect(checkFields({ it: field }, { it: value })).not.toEqual([]);
  });
});

describe('the fields of every record line', () => {
  it('are declared for every type', () => {
    expect(Object.keys(RECORD_SAMPLES).sort()).toEqual(Object.keys(RECORD_LINES).sort());
  });

  const rows = Object.entries(RECORD_SAMPLES).map(([type, sample]) => ({ type, ...sample }));
  it.each(rows)('$type: required, optional, unknown', ({ type, required: must, optional: may }) => {
    const fields = RECORD_LINES[type as keyof typeof RECORD_LINES];
    const faults = (line: JsonObject): string[] => checkFields(fields, line).map(({ field }) => field);
    expect(faults(must)).toEqual([]);
    expect(faults({ ...must, ...may })).toEqual([]);
    expect(Object.keys(fields).sort()).toEqual(Object.keys({ ...must, ...may }).sort());
    for (const name of Object.keys(must)) expect(faults(without(must, name))).toEqual([name]);
    for (const name of Object.keys({ ...must, ...may }))
      expect(faults({ ...must, [name]: null })).toEqual([name]);
    expect(faults({ ...must, colour: 'red' })).toEqual(['colour']);
  });
});
