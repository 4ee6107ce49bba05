import type { BulkRow, PreviewAnswer } from '@lotse/journeys';

type Changes = NonNullable<BulkRow['changes']>;
type Due = Changes['clocks'][number];
type Preview = Extract<PreviewAnswer, { result: 'would-be-accepted' }>;

const shift = (name: string, { before, after }: { before: string; after: string }): string[] =>
  before === after ? [] : [`${name} ${before === '' ? '(none)' : before} → ${after}`];

/** `stage-clock 2026-03-01 → 2026-04-01`; a clock that begins or ends has one day alone. */
export function dueText({ clock, before, after, stopped }: Due): string {
  const still = stopped ? ', standing still' : '';
  if (before === undefined) return `${clock} due ${after}${still}`;
  if (after === undefined) return `${clock} of ${before} ends`;
  return before === after ? `${clock} ${after}${still}` : `${clock} ${before} → ${after}${still}`;
}

/** What a command would change, a line for each thing; empty when only the fact would be there. */
export const changeLines = ({ stage, status, clocks, noLongerMet, tasks }: Changes): string[] => [
  ...shift('stage', stage),
  ...shift('status', status),
  ...clocks.map((clock) => `clock ${dueText(clock)}`),
  ...noLongerMet.map(({ guard, remedy }) => `no longer met: ${guard}: ${remedy}`),
  ...tasks
    .filter(({ kind }) => kind !== 'guard-no-longer-met')
    .map(({ who, kind, text }) => `task for ${who} (${kind}): ${text}`),
];

/** A whole preview, its figures too. */
export const previewLines = (preview: Preview): string[] => [
  ...changeLines(preview),
  ...preview.figures.map(({ figure, before, after }) => `figure ${figure} ${before} → ${after}`),
];
