import { isDuration } from '../day';
import { GUARDS } from '../guards/registry';
import { VOCABULARY } from '../vocabulary';
import type { Stage, Template } from './template';

const DECLARED: ReadonlySet<string> = new Set(VOCABULARY);

/** One thing wrong with a template, by code, so that it can be said in any language. */
export interface TemplateFault {
  readonly code: string;
  /** What it is about: `stage`, `exit`, `guard`, `clock`, `duration`, `command`, `field` or `id`, each as it is written there. */
  readonly about: Readonly<Record<string, string>>;
  /** The same in English words. */
  readonly text: string;
}

const fault = (code: string, about: TemplateFault['about'], text: string): TemplateFault => ({
  code,
  about,
  text,
});

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

function stageFaults(one: Stage, known: ReadonlySet<string>, all: readonly Stage[]): TemplateFault[] {
  const stage = one.code;
  const guards = [...one.guards, ...(one.unless === undefined ? [] : [one.unless])];
  const durations = one.clocks.flatMap(({ after, every, ladder }) => [
    after,
    ...(every === undefined ? [] : [every]),
    ...(ladder ?? []),
  ]);
  const at = `stage ${stage}`;
  return [
    ...(all.filter(({ code }) => code === stage).length > 1
      ? [fault('stage-twice', { stage }, `${at} stands twice`)]
      : []),
    ...one.exits
      .filter((exit) => !known.has(exit))
      .map((exit) => fault('exit-unknown', { stage, exit }, `${at} leads to the unknown stage ${exit}`)),
    ...(one.exits.length === 0 && one.final !== true
      ? [fault('exit-missing', { stage }, `${at} has no exit and is not final`)]
      : []),
    ...guards
      .filter((guard) => !GUARDS.has(guard))
      .map((guard) => fault('guard-unknown', { stage, guard }, `${at} asks for the unknown guard ${guard}`)),
    ...guards.flatMap((guard) =>
      (GUARDS.get(guard)?.metBy ?? [])
        .filter((command) => !DECLARED.has(command))
        .map((command) =>
          fault(
            'guard-command-unknown',
            { guard, command },
            `guard ${guard} names the unknown command ${command}`,
          ),
        ),
    ),
    ...closingFaults(one),
    ...durations
      .filter((duration) => !isDuration(duration))
      .map((duration) =>
        fault(
          'duration-unreadable',
          { stage, duration },
          `${at} has a clock with the unreadable duration ${duration}`,
        ),
      ),
  ];
}

/** A journey is closed by itself only with an outcome, after a reminder, once, and where there is something to close. */
function closingFaults({ code: stage, clocks, final }: Stage): TemplateFault[] {
  return clocks.flatMap(({ code: clock, effect, close, ladder = [], every, metBy }) => {
    const of = (wrong: boolean, code: string, text: string): TemplateFault[] =>
      wrong ? [fault(code, { stage, clock }, `clock ${clock} of stage ${stage} ${text}`)] : [];
    if (effect !== 'auto-close')
      return of(close !== undefined, 'close-unmeant', 'names a closing and does not auto-close');
    return [
      ...of(close === undefined, 'close-missing', 'auto-closes without an outcome'),
      ...of(ladder.length === 0, 'close-unwarned', 'auto-closes without a reminder before'),
      ...of((every ?? metBy) !== undefined, 'close-repeats', 'auto-closes and repeats'),
      ...of(final === true, 'close-completed', 'auto-closes a completed journey'),
    ];
  });
}

/** Approvals that nobody could give, or that are of no command. */
function approvalFaults({ approvals = [], stages }: Template): TemplateFault[] {
  const all = [
    ...approvals.map((rule) => ({
      code: 'approval-of-command-empty',
      about: { command: rule.command },
      at: `command ${rule.command}`,
      rules: [rule],
    })),
    ...stages.map(({ code, approvals: rules = [] }) => ({
      code: 'approval-of-stage-empty',
      about: { stage: code },
      at: `stage ${code}`,
      rules,
    })),
  ];
  return [
    ...approvals
      .map(({ command }) => command)
      .filter((command) => !DECLARED.has(command) || command === 'advance')
      .map((command) =>
        fault(
          'approval-command-unknown',
          { command },
          `approvals are asked for ${command}, which is no command of their own`,
        ),
      ),
    ...all.flatMap(({ code, about, at, rules }) =>
      rules
        .filter(({ roles, count }) => roles.length === 0 || !Number.isInteger(count) || count < 1)
        .map(() => fault(code, about, `${at} asks for approvals without a role or a whole number of people`)),
    ),
  ];
}

/** Everything wrong with a template; empty when it can be published. Checked at load and by tests. */
export function templateFaults(template: Template): TemplateFault[] {
  const { id, stages } = template;
  const known = new Set(stages.map(({ code }) => code));
  const reached = reachable(template);
  return [
    ...(/^[a-z0-9-]+@[1-9]\d*$/.test(id)
      ? []
      : [fault('id-malformed', { id }, `the id ${id} is not <name>@<n>`)]),
    ...approvalFaults(template),
    ...(stages.length === 0 ? [fault('stages-missing', {}, 'there is no stage')] : []),
    ...stages.flatMap((stage) => stageFaults(stage, known, stages)),
    ...stages
      .map(({ code }) => code)
      .filter((stage) => !reached.has(stage))
      .map((stage) => fault('stage-unreachable', { stage }, `stage ${stage} cannot be reached`)),
  ];
}
