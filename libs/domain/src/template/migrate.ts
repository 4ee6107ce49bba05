import { allClocks, type Clock } from '../clocks/clocks';
import { TEMPLATE_ANCHORS } from '../clocks/template-anchors';
import type { Context } from '../context';
import type { Day } from '../day';
import type { JourneyState } from '../state';
import { stageOf, type Template } from './template';

/** Old stage code → new stage code; a stage that is not named keeps its code. */
export type StageMapping = Readonly<Record<string, string>>;

/** One journey under its present and under another template: where it stands and what would be due when. */
export interface MigrationPreview {
  readonly journey: string;
  readonly from: { readonly template: string; readonly stage: string; readonly clocks: readonly Clock[] };
  /** Absent when the journey cannot move; `reason` then says why, and it stays. */
  readonly to?: { readonly template: string; readonly stage: string; readonly clocks: readonly Clock[] };
  readonly reason?: string;
}

const under = (state: JourneyState, template: Template, stage: string): JourneyState => ({
  ...state,
  template: template.id,
  stage: { ...state.stage, code: stage },
});

/**
 * Clocks of the new template that have fired for the same thing under the old one, whatever day the new one would set: what is
 * finished does not fire again. A series goes on with its next term.
 */
export function settledClocks(state: JourneyState, stage: string, target: Template): readonly string[] {
  const moved = under(state, target, stage);
  const rules = stageOf(target, stage).clocks;
  const firedSince = (code: string, on: Day): readonly Day[] =>
    state.fired
      .filter((key) => key.slice(0, -'.YYYY-MM-DD'.length) === code)
      .map((key) => key.slice(-'YYYY-MM-DD'.length))
      .filter((day) => day >= on);
  return allClocks(moved, target)
    .filter(({ code, dueOn, source }) => {
      const rule = rules.find(
        (candidate) => code === candidate.code || code.startsWith(`${candidate.code}.p`),
      );
      if (source !== target.id || rule === undefined) return false;
      const [first = ''] = TEMPLATE_ANCHORS[rule.anchor](moved)
        .map(({ on }) => on)
        .sort();
      const fired = firedSince(code, first);
      return rule.every === undefined ? fired.length > 0 : fired.some((day) => day >= dueOn);
    })
    .map(({ code, dueOn }) => `${code}.${dueOn}`);
}

/** What a migration would change in one journey. Nothing is written. */
export function previewMigration(
  state: JourneyState,
  context: Context,
  target: Template,
  mapping: StageMapping = {},
): MigrationPreview {
  const { template, isWorkingDay } = context;
  const from = {
    template: template.id,
    stage: state.stage.code,
    clocks: allClocks(state, template, isWorkingDay),
  };
  const stage = mapping[state.stage.code] ?? state.stage.code;
  const stay = (reason: string): MigrationPreview => ({ journey: state.id, from, reason });
  if (state.status.code === 'closed' || state.status.code === 'void')
    return stay(`the journey is ${state.status.code}`);
  if (template.id === target.id) return stay(`the journey is under ${target.id} already`);
  if (!target.stages.some(({ code }) => code === stage))
    return stay(`${target.id} has no stage ${stage}: map ${state.stage.code} to one`);
  const settled = new Set(settledClocks(state, stage, target));
  const moved = under(state, target, stage);
  const clocks = allClocks(moved, target, isWorkingDay).filter(
    ({ code, dueOn }) => !settled.has(`${code}.${dueOn}`),
  );
  return { journey: state.id, from, to: { template: target.id, stage, clocks } };
}

/** One difference between two templates, as a path and both values. */
export interface TemplateDifference {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Everything that differs between two versions: stages are compared by code, all else by place. */
export function templateDifferences(before: Template, after: Template): readonly TemplateDifference[] {
  const codes = [...new Set([...before.stages, ...after.stages].map(({ code }) => code))];
  const stages = codes.flatMap((code) => {
    const [old, next] = [before, after].map((template) =>
      template.stages.find((stage) => stage.code === code),
    );
    return differences(`stages.${code}`, old, next);
  });
  const { stages: _before, ...restBefore } = before;
  const { stages: _after, ...restAfter } = after;
  return [...differences('', restBefore, restAfter), ...stages];
}

function differences(path: string, before: unknown, after: unknown): TemplateDifference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isRecord(before) || !isRecord(after))
    return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) =>
    differences(path === '' ? name : `${path}.${name}`, before[name], after[name]),
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
