import type { JsonObject } from '@lotse/domain';
import { ANSWERS, FINDINGS, OUTCOMES } from '@lotse/reports';
import { ref } from '../ref';
import { AT, HASH, MOMENT } from './report.schemas';
import { day, instant, integer, listOf, object, oneOf, text } from './shapes';

const SAMPLE: JsonObject = {
  id: 'sample-2025-06',
  programme: 'kg-glass-2023',
  report: 'report-2025-06',
  asOf: '2025-06-30',
  knownAt: AT.knownAt,
  indicator: 'contractsPrepared',
  share: 30,
  seed: 'drawn-in-front-of-both-2025-08-01',
  answersUntil: '2025-08-31',
  population: 14,
  drawnBy: 'auditor-1',
  drawnAt: '2025-08-01T09:00:00.000Z',
};
const UNIT: JsonObject = {
  unit: 'p01',
  stratum: 'bstu/CON',
  journey: 'j01',
  facts: ['j01/31'],
  evidence: ['ct-j01'],
  finding: { code: 'day-differs', by: 'auditor-1', at: '2025-08-02T09:00:00.000Z' },
};
const REDACTION: JsonObject = {
  id: 'redaction-ct-j01',
  programme: 'kg-glass-2023',
  journey: 'j01',
  file: 'contract.1f2e',
  sha256: HASH,
  pages: [{ file: 'contract-p1.1f2e', sha256: HASH }],
  proposedBy: 'coordinator-1',
  proposedAt: '2025-08-01T08:00:00.000Z',
};

export const redactedPage = object('A picture.', {
  file: text('File.'),
  sha256: text('SHA-256 of its bytes.'),
});
const said = (codes: readonly string[], words: string): JsonObject =>
  object(
    words,
    {
      code: oneOf(codes, 'What.'),
      by: text('Account.'),
      at: instant('When.'),
      text: text('In words; gone after an erasure.'),
    },
    { optional: ['text'] },
  );
export const unit = {
  unit: text('Id of the unit.'),
  stratum: text('University and stage.'),
  journey: text('Journey.'),
  facts: listOf({ type: 'string' }, 'Facts that count it.'),
  evidence: listOf({ type: 'string' }, 'References of evidence.'),
  finding: said(FINDINGS, 'What was found.'),
  answer: said(ANSWERS, 'What the carrier says.'),
  outcome: said(OUTCOMES, 'How it ends.'),
};
export const NOTES = ['journey', 'finding', 'answer', 'outcome'];
const sample = {
  id: text('Id of the sample.'),
  ...MOMENT,
  report: text('Report whose moment is checked.'),
  indicator: text('Key of the indicator.'),
  share: integer('Per cent of the units.'),
  seed: text('Whoever has it draws the same.'),
  answersUntil: day('Last day of the contradiction phase.'),
  population: integer('Units of the figure.'),
  drawnBy: text('Account.'),
  drawnAt: instant('When.'),
};

/** Samples, redacted documents and the log of a room. */
export const sampleSchemas = (): JsonObject => ({
  SampleList: object(
    'Samples of a programme.',
    {
      programme: MOMENT.programme,
      samples: listOf(object('A sample.', sample, { optional: ['report'] }), 'Youngest first.'),
    },
    { example: { programme: AT.programme, samples: [SAMPLE] } },
  ),
  Sample: object(
    'A sample with its units.',
    { ...sample, units: listOf(ref('SampleUnit'), 'Drawn units.') },
    { optional: ['report'], example: { ...SAMPLE, units: [UNIT] } },
  ),
  SampleUnit: object('A drawn unit.', unit, { optional: NOTES, example: UNIT }),
  SampleAnswer: object(
    'What was drawn.',
    { result: oneOf(['drawn', 'repeated'], 'What.'), sample: ref('Sample') },
    { example: { result: 'drawn', sample: { ...SAMPLE, units: [UNIT] } } },
  ),
  NoteAnswer: object(
    'What was noted.',
    { result: oneOf(['noted'], 'What.'), unit: ref('SampleUnit') },
    { example: { result: 'noted', unit: UNIT } },
  ),
  Redaction: object(
    'The redacted version of a document.',
    {
      id: text('Id.'),
      programme: MOMENT.programme,
      journey: text('Journey.'),
      file: text('File of the original.'),
      sha256: text('SHA-256 of the original.'),
      pages: listOf(redactedPage, 'In the order of the document.'),
      proposedBy: text('Account.'),
      proposedAt: instant('When.'),
      approvedBy: text('The second person.'),
      approvedAt: instant('When.'),
    },
    { optional: ['approvedBy', 'approvedAt'], example: REDACTION },
  ),
  Redactions: object(
    'Redactions of a journey, youngest first.',
    { journey: text('Journey.'), redactions: listOf(ref('Redaction'), 'Redactions.') },
    { example: { journey: 'j01', redactions: [REDACTION] } },
  ),
  RedactionAnswer: object(
    'What was done.',
    { result: oneOf(['proposed', 'repeated', 'approved'], 'What.'), redaction: ref('Redaction') },
    { example: { result: 'proposed', redaction: REDACTION } },
  ),
  RoomLog: object(
    'Who opened what in a room, youngest first.',
    {
      programme: MOMENT.programme,
      room: text('Id of the room.'),
      entries: listOf(
        object(
          'One look, or the opening of the room.',
          {
            at: instant('When.'),
            who: text('Account.'),
            action: text('What was done.'),
            outcome: oneOf(['done', 'refused'], 'Whether it was done.'),
            shown: listOf({ type: 'string' }, 'Units and documents that were shown.'),
            from: text('Network it came from.'),
          },
          { optional: ['from'] },
        ),
        'Youngest first.',
      ),
      next: text('Cursor of the page after; absent on the last one.'),
    },
    {
      optional: ['next'],
      example: {
        programme: AT.programme,
        room: 'room-2025-06',
        entries: [
          {
            at: '2025-08-02T09:00:00.000Z',
            who: 'auditor-1',
            action: 'room.read',
            outcome: 'done',
            shown: ['file/file-1'],
            from: '192.0.2.0/24',
          },
        ],
      },
    },
  ),
});
