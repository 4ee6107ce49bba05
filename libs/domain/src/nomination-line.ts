import { COMMANDS } from './commands/commands';
import type { Fields } from './fields';
import { COMMAND_LINE, RECORD_LINES } from './lines';

const { person: _known, ...NOMINATION } = COMMANDS.nominate.fields;
const { id: _given, ...PERSON } = RECORD_LINES.person;

/** The nomination of somebody who has no id yet: what `nominate` and a person's record carry, and an id of its own. */
export const NOMINATION_LINE = {
  id: RECORD_LINES.person.id,
  happenedOn: COMMAND_LINE.happenedOn,
  ...NOMINATION,
  person: { kind: 'object', fields: PERSON },
} as const satisfies Fields;
