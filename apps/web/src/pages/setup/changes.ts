import type { Clock, Stage, Template } from './setup-queries';

/** One thing that a version of a template has otherwise than another. */
export interface Change {
  /** Stage that it is about; absent where it is about the whole. */
  readonly stage?: string;
  readonly what: 'stage' | 'guard' | 'exit' | 'clock' | 'field';
  /** Name of the field, where it is one. */
  readonly field?: string;
  /** Absent where the earlier version does not have it. */
  readonly before?: unknown;
  /** Absent where the later version does not have it. */
  readonly after?: unknown;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const items = (
  stage: string,
  what: 'guard' | 'exit',
  before: readonly string[],
  after: readonly string[],
): Change[] => [
  ...before.filter((code) => !after.includes(code)).map((code) => ({ stage, what, before: code })),
  ...after.filter((code) => !before.includes(code)).map((code) => ({ stage, what, after: code })),
];

function clocks(stage: string, before: readonly Clock[], after: readonly Clock[]): Change[] {
  const codes = [...new Set([...before, ...after].map(({ code }) => code))];
  return codes.flatMap((wanted) => {
    const [old, now] = [before, after].map((list) => list.filter(({ code }) => code === wanted));
    const places = Array.from({ length: Math.max(old?.length ?? 0, now?.length ?? 0) }, (_, place) => place);
    return places.flatMap((place): Change[] => {
      const [was, is] = [old?.[place], now?.[place]];
      return same(was, is)
        ? []
        : [
            {
              stage,
              what: 'clock',
              ...(was === undefined ? {} : { before: was }),
              ...(is === undefined ? {} : { after: is }),
            },
          ];
    });
  });
}

/** Fields that are looked at one by one. */
const OWN: readonly string[] = ['code', 'guards', 'exits', 'clocks', 'stages', 'id'];

function fields(before: object, after: object, stage?: string): Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !OWN.includes(name),
  );
  return names.flatMap((field): Change[] => {
    const [was, is]: readonly unknown[] = [Reflect.get(before, field), Reflect.get(after, field)];
    return same(was, is)
      ? []
      : [
          {
            ...(stage === undefined ? {} : { stage }),
            what: 'field',
            field,
            ...(was === undefined ? {} : { before: was }),
            ...(is === undefined ? {} : { after: is }),
          },
        ];
  });
}

function ofStage(code: string, before: Stage | undefined, after: Stage | undefined): Change[] {
  if (before === undefined || after === undefined)
    return [
      {
        stage: code,
        what: 'stage',
        ...(before === undefined ? {} : { before: code }),
        ...(after === undefined ? {} : { after: code }),
      },
    ];
  return [
    ...fields(before, after, code),
    ...items(code, 'guard', before.guards, after.guards),
    ...items(code, 'exit', before.exits, after.exits),
    ...clocks(code, before.clocks, after.clocks),
  ];
}

/** What changes from one version to another: stage by stage in the order of the later one, then the whole. Places in lists do not count, the order of stages neither. */
export function changesOf(before: Template, after: Template): readonly Change[] {
  const codes = [...new Set([...after.stages, ...before.stages].map(({ code }) => code))];
  const stageIn = ({ stages }: Template, wanted: string): Stage | undefined =>
    stages.find(({ code }) => code === wanted);
  return [
    ...codes.flatMap((code) => ofStage(code, stageIn(before, code), stageIn(after, code))),
    ...fields(before, after),
  ];
}
