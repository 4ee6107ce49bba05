import { TEMPLATES, type Phase } from '@lotse/domain';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Histories of the code as it stands, until a release takes them under its number. */
export const UNRELEASED = 'next';
export const HISTORIES = join(__dirname, 'histories');

/** One recorded run: the release that made it, what it is of, and its workflow type, the phase. */
export interface Recorded {
  readonly release: string;
  /** A stage, or for the oldest a phase. */
  readonly name: string;
  readonly phase: string;
  readonly path: string;
}

interface History {
  readonly events: readonly {
    readonly workflowExecutionStartedEventAttributes?: { readonly workflowType: { readonly name: string } };
  }[];
}

const phaseOf = (path: string): string => {
  const { events }: History = JSON.parse(readFileSync(path, 'utf8'));
  return events[0]?.workflowExecutionStartedEventAttributes?.workflowType.name ?? '';
};

/** Every recorded run of every release. */
export const recordedRuns = (): readonly Recorded[] =>
  readdirSync(HISTORIES).flatMap((release) =>
    readdirSync(join(HISTORIES, release)).map((file) => {
      const path = join(HISTORIES, release, file);
      return { release, name: file.replace('.json', ''), phase: phaseOf(path), path };
    }),
  );

/** The stages that journeys of a release could reach: 0.1.0 had no commands yet for what these four ask for. */
export function stagesOf(release: string): readonly string[] {
  const unreachable = release === '0.1.0' ? ['VIS', 'EMP', 'FUP', 'DONE'] : [];
  return Object.keys(stagePhases()).filter((stage) => !unreachable.includes(stage));
}

/** Every stage of the first template with its phase. */
export const stagePhases = (): Readonly<Record<string, Phase>> =>
  Object.fromEntries([...TEMPLATES.values()][0]?.stages.map(({ code, phase }) => [code, phase]) ?? []);
