import {
  GUARDS,
  loadTemplates,
  PHASES,
  stageOf,
  templateFaults,
  TEMPLATES,
  type Stage,
  type Template,
} from '@lotse/domain';

const TEMPLATE = TEMPLATES.get('de-uni-internship-hire@1');
if (TEMPLATE === undefined) throw new Error('the template is missing');
const published: Template = TEMPLATE;

const textsOf = (template: Template): string =>
  templateFaults(template)
    .map(({ text }) => text)
    .join('\n');

/** The template with one stage changed. */
const withStage = (code: string, change: Partial<Stage>): Template => ({
  ...published,
  stages: published.stages.map((stage) => (stage.code === code ? { ...stage, ...change } : stage)),
});
const clock = {
  code: 'c',
  anchor: 'stage-entered',
  after: 'P1D',
  effect: 'task',
  who: 'coordinator',
} as const;

const FAULTY: readonly (readonly [what: string, template: Template, fault: string])[] = [
  [
    'an unknown exit',
    withStage('CON', { exits: ['VIS', 'ARR', 'MAT', 'NOWHERE'] }),
    'stage CON leads to the unknown stage NOWHERE',
  ],
  ['a stage nobody reaches', withStage('EVA', { exits: ['CON', 'MAT'] }), 'stage RET cannot be reached'],
  ['a stage without exit', withStage('CON', { exits: [] }), 'stage CON has no exit and is not final'],
  [
    'an unknown guard',
    withStage('SEL', { guards: ['consent-current', 'horoscope'] }),
    'stage SEL asks for the unknown guard horoscope',
  ],
  [
    'an unknown guard that stands for all',
    withStage('COM', { unless: 'waived' }),
    'stage COM asks for the unknown guard waived',
  ],
  [
    'an unreadable duration',
    withStage('NOM', { clocks: [{ ...clock, after: '21 days' }] }),
    'stage NOM has a clock with the unreadable duration 21 days',
  ],
  [
    'a duration of two units',
    withStage('NOM', { clocks: [{ ...clock, every: 'P1M2D' }] }),
    'unreadable duration P1M2D',
  ],
  [
    'an unreadable rung',
    withStage('COM', { clocks: [{ ...clock, ladder: ['P14D', 'P'] }] }),
    'unreadable duration P',
  ],
  [
    'a stage that stands twice',
    { ...published, stages: [...published.stages, stageOf(published, 'DONE')] },
    'stage DONE stands twice',
  ],
  ['no stage at all', { ...published, stages: [] }, 'there is no stage'],
  ['an id without a version', { ...published, id: 'de-uni-internship-hire' }, 'is not <name>@<n>'],
  ['version 0', { ...published, id: 'de-uni-internship-hire@0' }, 'is not <name>@<n>'],
];

describe('a template is checked when it is loaded', () => {
  it('the published one has no fault', () => {
    expect(templateFaults(published)).toEqual([]);
  });

  it.each(FAULTY)('%s', (_what, template, fault) => {
    expect(textsOf(template)).toContain(fault);
    expect(() => loadTemplates([published, template])).toThrow(fault);
  });

  it('names every fault at once', () => {
    const template = { ...withStage('CON', { exits: ['NOWHERE'], guards: ['horoscope'] }), id: 'x' };
    expect(templateFaults(template).length).toBeGreaterThan(3);
  });

  it('an unknown command in a guard that it asks for', () => {
    const guard = GUARDS.get('consent-current');
    if (guard === undefined || !(GUARDS instanceof Map)) throw new Error('the guards are no map');
    GUARDS.set('planted', { ...guard, code: 'planted', metBy: ['read-tea-leaves'] });
    try {
      expect(templateFaults(withStage('SEL', { guards: ['planted'] }))).toEqual([
        {
          code: 'guard-command-unknown',
          about: { guard: 'planted', command: 'read-tea-leaves' },
          text: 'guard planted names the unknown command read-tea-leaves',
        },
      ]);
    } finally {
      GUARDS.delete('planted');
    }
  });
});

describe('the published template', () => {
  it('maps every stage to the phase whose workflow carries it', () => {
    const phases = Object.fromEntries(
      PHASES.map((phase) => [
        phase,
        published.stages.filter((stage) => stage.phase === phase).map(({ code }) => code),
      ]),
    );
    expect(phases).toEqual({
      universitySelection: ['NOM', 'SEL'],
      commitment: ['COM'],
      internship: ['MAT', 'PRE', 'INT', 'EVA'],
      contract: ['RET', 'CON', 'VIS', 'ARR'],
      integrationFollowUp: ['EMP', 'FUP', 'DONE'],
    });
  });

  it('ends in DONE alone', () => {
    expect(published.stages.filter(({ final }) => final === true).map(({ code }) => code)).toEqual(['DONE']);
  });

  it('names no stage that it does not have', () => {
    expect(() => stageOf(published, 'CLOSED')).toThrow('de-uni-internship-hire@1 has no stage CLOSED');
  });
});
