import type { JsonObject } from '@lotse/domain';
import { FILE_TYPES } from '@lotse/files';
import { ALL_TOPICS } from '@lotse/policy';
import { ref } from '../ref';
import { instant, integer, listOf, object, oneOf, text } from './shapes';

const EXAMPLE: JsonObject = {
  id: 'file-1',
  programme: 'kg-glass-2023',
  journey: 'j01',
  person: 'p01',
  reference: 'evidence-j01-passport',
  topic: 'identity',
  name: 'Паспорт.pdf',
  type: 'application/pdf',
  size: 48_211,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  state: 'clean',
  uploadedAt: '2026-02-03T09:12:44.000Z',
  scannedAt: '2026-02-03T09:12:45.000Z',
};

/** Files and what is known of them. */
export const fileSchemas = (): JsonObject => ({
  File: object(
    'A file of a journey.',
    {
      id: text('Its id.'),
      programme: text('Programme.'),
      journey: text('Journey that it belongs to.'),
      person: text('Person whom it tells of.'),
      reference: text('Reference id by which facts name it as evidence.'),
      topic: oneOf(ALL_TOPICS, 'What it is about; says who may open it.'),
      name: text('Its name; absent after an erasure.'),
      type: oneOf(Object.keys(FILE_TYPES), 'Its type, by its content.'),
      size: integer('Bytes.'),
      sha256: text('SHA-256 of the bytes, in hexadecimal.'),
      state: oneOf(
        ['pending', 'clean', 'suspect'],
        'What the malware scanner said; a suspect file has lost its content.',
      ),
      signature: text('What the scanner found.'),
      uploadedAt: instant('When it came.'),
      uploadedBy: text('Account that sent it, for those who see senders.'),
      scannedAt: instant('When the scanner spoke.'),
    },
    {
      optional: ['journey', 'person', 'reference', 'name', 'signature', 'uploadedBy', 'scannedAt'],
      example: EXAMPLE,
    },
  ),
  FilePage: object(
    'One page of files.',
    {
      programme: text('Programme of the journey.'),
      files: listOf(ref('File'), 'By id.'),
      next: text('Cursor of the page after.'),
    },
    { optional: ['next'], example: { programme: 'kg-glass-2023', files: [EXAMPLE] } },
  ),
});
