import { clocks, fold, textOf } from '@lotse/domain';
import { commandOf, referenceLines, World } from './world';

describe('the reference cohort in the domain alone', () => {
  const world = new World();
  const refusals = referenceLines().flatMap((line) => {
    if (line.type !== 'command') {
      world.record(textOf(line.type), line);
      return [];
    }
    const decision = world.submit(commandOf(line));
    return decision.ok ? [] : [{ id: line.id, refusal: decision.refusal }];
  });

  it('takes every one of the 569 commands', () => {
    expect(refusals).toEqual([]);
    expect([...world.facts.values()].flat()).toHaveLength(569);
  });

  it('folds the same journey from the facts in any order as step by step', () => {
    for (const [id, facts] of world.facts) expect(fold(id, [...facts].reverse())).toEqual(world.state(id));
  });

  it('leaves at most one overdue clock for each rule of a stage', () => {
    for (const state of world.journeys.values()) {
      const codes = clocks(state, world.template)
        .filter(({ overdue }) => overdue)
        .map(({ code }) => code);
      expect(codes).toHaveLength(new Set(codes).size);
    }
  });
});
