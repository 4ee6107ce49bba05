import {
  previewMigration,
  TEMPLATES,
  templateDifferences,
  type MigrationPreview,
  type Template,
} from '@lotse/domain';
import { settledClocks } from '../../libs/domain/src/template/migrate';
import { codeOf, commandOfStep, COORDINATOR, guardsOf, JOURNEY } from './ordinary-journey';
import { clocksOf, dueDays, fire, must, stateOf, tell } from './scenarios/scenario';
import { journeyUntil } from './whole-journey';
import type { World } from './world';

const known = TEMPLATES.get('de-uni-internship-hire@1');
if (known === undefined) throw new Error('the template is missing');
const FIRST: Template = known;

/** The next version: one more stage before the match, and a longer time in COM and SEL. */
const SECOND: Template = {
  ...FIRST,
  id: 'de-uni-internship-hire@2',
  stages: FIRST.stages.flatMap((stage) => {
    if (stage.code === 'SEL')
      return [{ ...stage, clocks: stage.clocks.map((clock) => ({ ...clock, after: 'P20D' })) }];
    if (stage.code !== 'COM') return [stage];
    return [
      { ...stage, exits: ['LANG'], clocks: stage.clocks.map((clock) => ({ ...clock, after: 'P45D' })) },
      {
        code: 'LANG',
        name: { en: 'Language', de: 'Sprache' },
        phase: 'commitment' as const,
        guards: [],
        exits: ['MAT'],
        clocks: [],
      },
    ];
  }),
};

const preview = (world: World, target = SECOND, mapping = {}): MigrationPreview => {
  const command = commandOfStep({ label: 'x', command: 'hold', on: world.today, by: COORDINATOR, data: {} });
  return previewMigration(stateOf(world), world.context(command), target, mapping);
};
const due = (side: { readonly clocks: MigrationPreview['from']['clocks'] } | undefined): readonly string[] =>
  side?.clocks.map(({ code, dueOn }) => `${code} ${dueOn}`) ?? [];

describe('the preview of a migration', () => {
  it('shows stage and every due day before and after, and writes nothing', () => {
    const world = journeyUntil('advance.SEL');
    const before = stateOf(world);
    const shown = preview(world);
    expect(shown).toMatchObject({
      journey: JOURNEY,
      from: { template: 'de-uni-internship-hire@1', stage: 'SEL' },
      to: { template: 'de-uni-internship-hire@2', stage: 'SEL' },
    });
    expect([due(shown.from), due(shown.to)]).toEqual([['selection 2026-01-29'], ['selection 2026-02-04']]);
    expect(stateOf(world)).toBe(before);
  });

  it('leaves a journey that cannot be mapped and says why', () => {
    const world = journeyUntil('advance.SEL');
    const other = TEMPLATES.get('de-vocational-training@1') ?? FIRST;
    expect(preview(world, other).reason).toBe('de-vocational-training@1 has no stage SEL: map SEL to one');
    expect(preview(world, other, { SEL: 'CHOSEN' }).to?.stage).toBe('CHOSEN');
    expect(preview(world, FIRST).reason).toContain('already');
    must(world, '2026-01-20', 'close', COORDINATOR, { outcome: 'x', party: 'candidate', returnable: true });
    expect(preview(world)).toMatchObject({ reason: 'the journey is closed' });
    expect(preview(world).to).toBeUndefined();
  });

  it('fires no finished reminder again, whatever day the new version would set', () => {
    const world = journeyUntil('advance.COM');
    fire(world, 'commitment.p14d', '2026-02-11', '2026-02-12');
    expect(settledClocks(stateOf(world), 'COM', SECOND)).toEqual(['commitment.p14d.2026-02-26']);
    expect(due(preview(world).to)).toEqual([
      'commitment.p7d 2026-03-05',
      'commitment.p2d 2026-03-10',
      'commitment 2026-03-12',
    ]);
  });

  it('lets a series go on with its next term', () => {
    const world = journeyUntil('advance.INT');
    fire(world, 'check-in', '2026-04-02', '2026-04-03');
    expect(settledClocks(stateOf(world), 'INT', SECOND)).toEqual([]);
    expect(due(preview(world).to)).toContain('check-in 2026-05-02');
  });
});

describe('the migration itself', () => {
  const into = (world: World, on: string, stage: string): ReturnType<typeof tell> =>
    tell(world, on, 'migrate-template', COORDINATOR, {
      template: 'de-vocational-training@1',
      stage,
      reason: 'no internship',
    });

  it('keeps every fact, the stage day and the fired clocks; guards and exits are those of the new template', () => {
    const world = journeyUntil('advance.SEL');
    fire(world, 'selection', '2026-01-29', '2026-01-30');
    const facts = world.facts.get(JOURNEY) ?? [];
    expect(codeOf(into(world, '2026-01-30', 'CHOSEN'))).toBe('accepted');
    expect(stateOf(world)).toMatchObject({
      template: 'de-vocational-training@1',
      stage: { code: 'CHOSEN', on: '2026-01-15' },
      migratedOn: '2026-01-30',
      fired: ['selection.2026-01-29'],
    });
    expect(world.facts.get(JOURNEY)?.slice(0, -1)).toEqual(facts);
    expect(dueDays(world, 'offer')).toEqual(['2026-02-14']);
    expect(clocksOf(world, 'selection')).toEqual([]);
    expect(guardsOf(tell(world, '2026-01-30', 'advance', COORDINATOR, { to: 'OFFERED' }))).toEqual([
      'contract-signed',
    ]);
    expect(guardsOf(tell(world, '2026-01-30', 'advance', COORDINATOR, { to: 'COM' }))).toEqual(['exit']);
  });

  it('is refused into an unknown template, an unknown stage, and before the last move', () => {
    const world = journeyUntil('advance.SEL');
    expect(guardsOf(into(world, '2026-01-16', 'SEL'))).toEqual(['stage-of-target']);
    expect(
      guardsOf(
        tell(world, '2026-01-16', 'migrate-template', COORDINATOR, {
          template: 'x@9',
          stage: 'SEL',
          reason: 'x',
        }),
      ),
    ).toEqual(['template-published', 'stage-of-target']);
    expect(guardsOf(into(world, '2026-01-14', 'CHOSEN'))).toEqual(['after-last-move']);
    expect(codeOf(into(world, '2026-01-16', 'CHOSEN'))).toBe('accepted');
    expect(guardsOf(tell(world, '2026-01-15', 'advance', COORDINATOR, { to: 'OFFERED' }))).toContain(
      'after-last-move',
    );
  });
});

describe('the differences between two versions', () => {
  it('are named by stage and path with both values', () => {
    const found = templateDifferences(FIRST, SECOND);
    expect(found).toContainEqual({ path: 'id', before: FIRST.id, after: SECOND.id });
    expect(found).toContainEqual({ path: 'stages.SEL.clocks.0.after', before: 'P14D', after: 'P20D' });
    expect(found).toContainEqual({ path: 'stages.COM.exits.0', before: 'MAT', after: 'LANG' });
    expect(found.find(({ path }) => path === 'stages.LANG')).toMatchObject({ after: { code: 'LANG' } });
    expect(templateDifferences(FIRST, FIRST)).toEqual([]);
    expect(templateDifferences(SECOND, FIRST)).toHaveLength(found.length);
  });
});
