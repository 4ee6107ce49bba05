import { ROLES, type JsonObject } from '@lotse/domain';
import { ref } from '../ref';
import { day, integer, listOf, object, oneOf, text, yesNo } from './shapes';
import { STATUSES } from './state.schemas';

const shift = (what: JsonObject, description: string): JsonObject =>
  object(description, { before: what, after: what });

/** What a command would change, of one or of many. */
const CHANGES = {
  stage: shift(text('Code of the stage; empty before a nomination.'), 'Stage before and after.'),
  status: shift(oneOf(STATUSES, 'Status.'), 'Status before and after.'),
  clocks: listOf(ref('DueChange'), 'Due days that are set, moved or taken away.'),
  noLongerMet: listOf(
    object('A guard of the present stage that would not hold any more.', {
      guard: text('Code of the guard.'),
      remedy: text('What would help.'),
    }),
    'Guards that held before.',
  ),
  tasks: listOf(
    object('Something to be done that is not to be done now.', {
      key: text('Key of the task.'),
      kind: text('What it comes from.'),
      who: oneOf(ROLES, 'Role that would have to act.'),
      text: text('What to do.'),
    }),
    'New tasks, beside clocks.',
  ),
};
const CHANGES_EXAMPLE = {
  stage: { before: 'INT', after: 'INT' },
  status: { before: 'open', after: 'open' },
  clocks: [{ clock: 'internship-end', before: '2024-11-30', after: '2024-12-15', stopped: false }],
  noLongerMet: [],
  tasks: [],
};

const refusal = object('Why it was refused.', {
  code: text('Stable code.'),
  unmet: listOf(ref('Unmet'), 'Everything that stands in the way.'),
});

const ROW = {
  row: integer('Number of the row or line, from 1.'),
  id: { type: ['string', 'null'], description: 'Id of the command; null where the row does not say.' },
  journey: { type: ['string', 'null'], description: 'Journey; null where the row does not say.' },
  command: text('Name of the command, where the row says so.'),
  result: oneOf(['accepted', 'repeated', 'would-be-accepted', 'refused'], 'What became of it.'),
  version: integer('Version of the journey after it.'),
  refusal,
};
const ROW_EXAMPLE = {
  row: 1,
  id: 'c00038',
  journey: 'j01',
  command: 'agree-placement',
  result: 'accepted',
  version: 12,
};

export const bulkSchemas = (): JsonObject => ({
  DueChange: object(
    'A due day that is set, moved or taken away; in a simulation also one that stays.',
    {
      clock: text('Code of the clock.'),
      before: day('Due day before; absent when there was none.'),
      after: day('Due day after; absent when there is none any more.'),
      stopped: yesNo('Whether the clock stands still afterwards.'),
    },
    { optional: ['before', 'after'], example: CHANGES_EXAMPLE.clocks[0] ?? {} },
  ),
  Preview: object(
    'What a command would change. A repeated one has result and version alone: it was accepted before.',
    {
      result: oneOf(['would-be-accepted', 'repeated'], 'What would become of it.'),
      journey: text('Journey.'),
      version: integer('Version of the journey after it.'),
      ...CHANGES,
      figures: listOf(
        object('A figure of the sheet of today that would differ.', {
          figure: text('Key of the figure.'),
          before: { type: ['number', 'string'], description: 'Figure before.' },
          after: { type: ['number', 'string'], description: 'Figure after.' },
        }),
        'Figures that would differ.',
      ),
    },
    {
      optional: ['journey', ...Object.keys(CHANGES), 'figures'],
      example: {
        result: 'would-be-accepted',
        journey: 'j01',
        version: 12,
        ...CHANGES_EXAMPLE,
        figures: [{ figure: 'commitmentsSigned', before: 3, after: 4 }],
      },
    },
  ),
  BulkRow: object(
    'What became of one command of many.',
    { ...ROW, changes: object('In a dry run: what it would change.', CHANGES) },
    { optional: ['command', 'version', 'refusal', 'changes'], example: ROW_EXAMPLE },
  ),
  UndoRow: object(
    'What became of undoing one command.',
    { ...ROW, undoes: text('Id of the command that is undone.') },
    {
      optional: ['command', 'version', 'refusal'],
      example: { ...ROW_EXAMPLE, id: 'undo.j01.12', command: 'correct', version: 13, undoes: 'c00038' },
    },
  ),
});
