import { isDuration } from '../day';
import { GUARDS } from '../guards/registry';
import { VOCABULARY } from '../vocabulary';
import type { Stage, Template } from './template';

const DECLARED: ReadonlySet<string> = new Set(VOCABULARY);

function reachable({ stages }: Template): ReadonlySet<string> {
  const exits = new Map(stages.map(({ code, exits: to }) => [code, to]));
  const seen = new Set<string>();
  const open = stages.slice(0, 1).map(({ code }) => code);
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    if (seen.has(code)) continue;
    seen.add(code);
    open.push(...(exits.get(code) ?? []));
  }
  return seen;
}

function stageFaults(stage: Stage, known: ReadonlySet<string>, all: readonly Stage[]): string[] {
  const guards = [...stage.guards, ...(stage.unless === undefined ? [] : [stage.unless])];
  const durations = stage.clocks.flatMap(({ after, every, ladder }) => [
    after,
    ...(every === undefined ? [] : [every]),
    ...(ladder ?? []),
  ]);
  const at = `stage ${stage.code}`;
  return [
    ...(all.filter(({ code }) => code === stage.code).length > 1 ? [`${at} stands twice`] : []),
    ...stage.exits
      .filter((exit) => !known.has(exit))
      .map((exit) => `${at} leads to the unknown stage ${exit}`),
    ...(stage.exits.length === 0 && stage.final !== true ? [`${at} has no exit and is not final`] : []),
    ...guards.filter((code) => !GUARDS.has(code)).map((code) => `${at} asks for the unknown guard ${code}`),
    ...guards.flatMap((code) =>
      (GUARDS.get(code)?.metBy ?? [])
        .filter((name) => !DECLARED.has(name))
        .map((name) => `guard ${code} names the unknown command ${name}`),
    ),
    ...closingFaults(stage),
    ...durations
      .filter((duration) => !isDuration(duration))
      .map((duration) => `${at} has a clock with the unreadable duration ${duration}`),
  ];
}

/** A journey is closed by itself only with an outcome, after a reminder, once, and where there is something to close. */
function closingFaults({ code: stage, clocks, final }: Stage): string[] {
  return clocks.flatMap(({ code, effect, close, ladder = [], every, metBy }) => {
    const at = `clock ${code} of stage ${stage}`;
    if (effect !== 'auto-close')
      return close === undefined ? [] : [`${at} names a closing and does not auto-close`];
    return [
      ...(close === undefined ? [`${at} auto-closes without an outcome`] : []),
      ...(ladder.length === 0 ? [`${at} auto-closes without a reminder before`] : []),
      ...(every === undefined && metBy === undefined ? [] : [`${at} auto-closes and repeats`]),
      ...(final === true ? [`${at} auto-closes a completed journey`] : []),
    ];
  });
}

/** Approvals that nobody could give, or that are of no command. */
function approvalFaults({ approvals = [], stages }: Template): string[] {
  const all = [
    ...approvals.map((rule) => ({ at: `command ${rule.command}`, rules: [rule] })),
    ...stages.map(({ code, approvals: rules = [] }) => ({ at: `stage ${code}`, rules })),
  ];
  return [
    ...approvals
      .map(({ command }) => command)
      .filter((name) => !DECLARED.has(name) || name === 'advance')
      .map((name) => `approvals are asked for ${name}, which is no command of their own`),
    ...all.flatMap(({ at, rules }) =>
      rules
        .filter(({ roles, count }) => roles.length === 0 || !Number.isInteger(count) || count < 1)
        .map(() => `${at} asks for approvals without a role or a whole number of people`),
    ),
  ];
}

/** Everything wrong with a template; empty when it can be published. Checked at load and by tests. */
export function templateFaults(template: Template): string[] {
  const known = new Set(template.stages.map(({ code }) => code));
  const reached = reachable(template);
  return [
    ...(/^[a-z0-9-]+@[1-9]\d*$/.test(template.id) ? [] : [`the id ${template.id} is not <name>@<n>`]),
    ...approvalFaults(template),
    ...(template.stages.length === 0 ? ['there is no stage'] : []),
    ...template.stages.flatMap((stage) => stageFaults(stage, known, template.stages)),
    ...template.stages
      .filter(({ code }) => !reached.has(code))
      .map(({ code }) => `stage ${code} cannot be reached`),
  ];
}
