import type { JsonObject } from '@lotse/domain';
import { ref } from '../ref';
import { integer, listOf, object, oneOf, text } from './shapes';

export const projectionSchemas = (): JsonObject => ({
  Deviation: object(
    'A journey whose stored rows are not what its facts give.',
    {
      journey: text('Journey.'),
      parts: listOf(
        oneOf(['journey', 'snapshot', 'placements', 'contracts', 'clocks', 'tasks'], 'Part.'),
        'What differs.',
      ),
    },
    { example: { journey: 'j01', parts: ['clocks'] } },
  ),
  Progress: object(
    'How far a long run has come.',
    { looked: integer('Journeys that were looked at so far.') },
    { example: { looked: 200 } },
  ),
  ProjectionReport: object(
    'What a whole run came to.',
    {
      journeys: integer('Journeys that were looked at.'),
      deviating: integer('Journeys that differed; after a rebuild they do no longer.'),
    },
    { example: { journeys: 1200, deviating: 0 } },
  ),
  ProjectionLine: {
    description: 'A line of the answer; the report is the last one.',
    oneOf: ['Deviation', 'Progress', 'ProjectionReport'].map(ref),
    example: { journeys: 1200, deviating: 0 },
  },
});
