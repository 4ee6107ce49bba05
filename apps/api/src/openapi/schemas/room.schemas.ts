import type { JsonObject } from '@lotse/domain';
import { document, MOMENT, provedUnit } from './report.schemas';
import { NOTES, redactedPage, unit } from './sample.schemas';
import { day, instant, listOf, object, oneOf, text, yesNo } from './shapes';

const ROOM: JsonObject = {
  id: 'room-2025-06',
  programme: 'kg-glass-2023',
  sample: 'sample-2025-06',
  account: 'auditor-1',
  from: '2025-08-01',
  to: '2025-08-31',
  openedBy: 'coordinator-1',
  openedAt: '2025-08-01T08:00:00.000Z',
};
const { finding, answer, outcome } = unit;
const room = object('The room.', {
  id: text('Id.'),
  programme: MOMENT.programme,
  sample: text('Sample.'),
  account: text('Account of the auditor.'),
  from: day('First day.'),
  to: day('Last day.'),
  openedBy: text('Account.'),
  openedAt: instant('When.'),
});
const shown = object(
  'A document.',
  {
    ...document,
    withheld: yesNo('True where its class is not for auditors: it proves itself by its hash alone.'),
    redacted: listOf(redactedPage, 'Pictures of its pages that two people vouch for; they may be opened.'),
  },
  { optional: ['redacted'] },
);

/** A sample opened to one auditor for some days. */
export const roomSchemas = (): JsonObject => ({
  Rooms: object(
    'Rooms of a programme, youngest first.',
    { programme: MOMENT.programme, rooms: listOf(room, 'Rooms.') },
    { example: { programme: 'kg-glass-2023', rooms: [ROOM] } },
  ),
  RoomOpened: object(
    'An open room.',
    { result: oneOf(['opened'], 'What.'), room },
    { example: { result: 'opened', room: ROOM } },
  ),
  Room: object(
    'What lies in a room.',
    {
      programme: MOMENT.programme,
      room,
      units: listOf(
        object(
          'A drawn unit with its facts and documents.',
          { ...provedUnit, documents: listOf(shown, 'Documents on file.'), finding, answer, outcome },
          { optional: NOTES },
        ),
        'Units.',
      ),
    },
    { example: { programme: 'kg-glass-2023', room: ROOM, units: [] } },
  ),
});
