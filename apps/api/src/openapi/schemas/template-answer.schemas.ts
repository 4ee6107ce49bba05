import type { JsonObject } from '@lotse/domain';
import { ref } from '../ref';
import { listOf, object, oneOf, text, yesNo } from './shapes';

const LISTED = { id: 'de-uni-internship-hire@1', status: 'published', builtIn: true };
const faults = listOf(ref('TemplateFault'), 'Everything wrong with it; empty when it can be published.');
const shift = (description: string, what: string): JsonObject =>
  object(description, { before: text(`${what} before.`), after: text(`${what} after.`) });

/** What is answered about templates, beside themselves. */
export const templateAnswerSchemas = (): JsonObject => ({
  Templates: object(
    'Templates by name and version.',
    {
      templates: listOf(
        object('A template.', {
          id: text('Name and version.'),
          status: oneOf(['draft', 'published'], 'Whether it may still change.'),
          builtIn: yesNo('Whether it comes with the release.'),
        }),
        'Published ones and drafts.',
      ),
    },
    { example: { templates: [LISTED] } },
  ),
  TemplateFault: object(
    'One thing wrong with a template, by code, so that it can be said in any language.',
    {
      code: text('Its code; `field` for one of the form.'),
      about: {
        type: 'object',
        additionalProperties: { type: 'string' },
        description:
          'What it is about: `stage`, `exit`, `guard`, `clock`, `duration`, `command`, `field` or `id`.',
      },
      text: text('The same in English words.'),
    },
    {
      example: {
        code: 'exit-unknown',
        about: { stage: 'CON', exit: 'NOWHERE' },
        text: 'stage CON leads to the unknown stage NOWHERE',
      },
    },
  ),
  TemplateFaults: object('What is wrong with a template.', { faults }, { example: { faults: [] } }),
  TemplateDraft: object(
    'A draft that was kept.',
    { result: oneOf(['accepted'], 'It is kept.'), faults },
    { example: { result: 'accepted', faults: [] } },
  ),
  TemplatePublished: object(
    'A template that never changes from now on.',
    { result: oneOf(['accepted', 'repeated'], 'repeated: it was published before.') },
    { example: { result: 'accepted' } },
  ),
  TemplateDifferences: object(
    'What differs between two templates.',
    {
      differences: listOf(
        object(
          'One value.',
          {
            path: text('Where it stands, such as stages.NOM.clocks.0.after.'),
            before: { description: 'Value in the one compared with; absent where it has none.' },
            after: { description: 'Value in this one; absent where it has none.' },
          },
          { optional: ['before', 'after'] },
        ),
        'By path.',
      ),
    },
    {
      example: {
        differences: [{ path: 'stages.NOM.clocks.0.after', before: 'P21D', after: 'P35D' }],
      },
    },
  ),
  SimulatedRow: object(
    'One journey under another template. One that cannot move has a reason and neither stage nor clocks.',
    {
      journey: text('Journey.'),
      template: shift('Template before and after.', 'Template'),
      stage: shift('Stage before and after.', 'Stage'),
      clocks: listOf(ref('DueChange'), 'Every due day, those that stay too.'),
      reason: text('Why it cannot move.'),
    },
    {
      optional: ['stage', 'clocks', 'reason'],
      example: {
        journey: 'j01',
        template: { before: 'de-uni-internship-hire@1', after: 'de-glass@2' },
        stage: { before: 'NOM', after: 'NOM' },
        clocks: [{ clock: 'nomination', before: '2024-02-01', after: '2024-02-15', stopped: false }],
      },
    },
  ),
});
