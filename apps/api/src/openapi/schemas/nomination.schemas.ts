import { NOMINATION_LINE, type JsonObject } from '@lotse/domain';
import { describedSchema } from '../field-schemas';
import { ref } from '../ref';
import { integer, object, oneOf, text } from './shapes';

const EXAMPLE = {
  id: 'uni-1-2024-001',
  happenedOn: '2024-09-02',
  programme: 'kg-glass-2023',
  university: 'uni-1',
  agreement: 'agr-uni-1',
  subject: 'Glass technology',
  expectedDegreeOn: '2026-07-31',
  person: {
    givenName: 'Жаңыл',
    familyName: 'Өмүрзакова',
    bornOn: '2001-05-06',
    gender: 'female',
    nationality: 'KG',
    languages: [
      { code: 'ky', level: 'native' },
      { code: 'de', level: 'B1' },
    ],
  },
};

const ANSWER = {
  result: oneOf(['accepted', 'repeated', 'would-be-accepted'], 'What became of it, or would.'),
  journey: text('Journey that began. The id is Lotse’s own, the same for the same nomination.'),
  person: text('Person: new, or whom the university nominated before.'),
  version: integer('Version of the journey.'),
};
const NOMINATED = {
  id: 'uni-1-2024-001',
  result: 'accepted',
  journey: 'j-3f9a2b1c4d5e6f70',
  person: 'p-3f9a2b1c4d5e6f70',
  version: 1,
};

/** Nominations of new persons and their answers. */
export const nominationSchemas = (): JsonObject => ({
  NominationLine: {
    ...describedSchema(NOMINATION_LINE, {
      id: 'Made by the sender: the same nomination again does nothing twice.',
      happenedOn: 'Day of the nomination.',
      person: 'Who it is; stored encrypted.',
    }),
    description: 'The nomination of somebody who has no id yet.',
    example: EXAMPLE,
  },
  Nominated: object(
    'The nomination of a new person.',
    { id: text('Id of the nomination.'), ...ANSWER },
    { example: NOMINATED },
  ),
  NominationRow: object(
    'What became of one line of a list.',
    {
      row: integer('Number of the line, from 1.'),
      id: {
        type: ['string', 'null'],
        description: 'Id of the nomination; null where the line does not say.',
      },
      ...ANSWER,
      result: oneOf(['accepted', 'repeated', 'would-be-accepted', 'refused'], 'What became of it, or would.'),
      refusal: object('Why it was refused.', {
        code: { type: 'string', description: 'Stable code.' },
        unmet: { type: 'array', items: ref('Unmet'), description: 'Everything that stands in the way.' },
      }),
    },
    { optional: ['journey', 'person', 'version', 'refusal'], example: { row: 1, ...NOMINATED } },
  ),
});
