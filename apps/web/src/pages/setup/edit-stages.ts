import type { Stage, Template } from './setup-queries';

type Stages = Template['stages'];

/** What is known of a stage before it has guards and deadlines. */
export type NewStage = Pick<Stage, 'code' | 'name'>;

const without = (codes: readonly string[], ...gone: readonly (string | undefined)[]): string[] =>
  codes.filter((code) => !gone.includes(code));

/** Puts a stage on the way behind another: that one leads to it, and it leads to where that one led first. */
export const addStage = (stages: Stages, behind: string, added: NewStage): Stages =>
  stages.flatMap((stage) => {
    if (stage.code !== behind) return [stage];
    const [next, ...others] = stage.exits;
    const { phase } = stage;
    const between: Stage = {
      ...added,
      phase,
      guards: [],
      exits: next === undefined ? [] : [next],
      clocks: [],
      // Behind the last stage comes a new last one.
      ...(stage.final === true ? { final: true } : {}),
    };
    const { final: _final, ...rest } = stage;
    return [{ ...rest, exits: [added.code, ...without(others, added.code)] }, between];
  });

/** Takes a stage off the way: whatever led to it leads to where it led first. */
export function removeStage(stages: Stages, gone: string): Stages {
  const next = stages.find(({ code }) => code === gone)?.exits.find((exit) => exit !== gone);
  return stages
    .filter(({ code }) => code !== gone)
    .map((stage) => {
      if (!stage.exits.includes(gone)) return stage;
      const exits = stage.exits.map((exit) => (exit === gone ? next : exit));
      return {
        ...stage,
        exits: [...new Set(exits)].filter((exit) => exit !== undefined && exit !== stage.code) as string[],
      };
    });
}

/** Moves a stage up or down in the order in which stages are shown; where it leads stays. */
export function moveStage(stages: Stages, code: string, by: 1 | -1): Stages {
  const from = stages.findIndex((stage) => stage.code === code);
  const stage = stages[from];
  const to = from + by;
  if (stage === undefined || to < 0 || to >= stages.length) return stages;
  const rest = stages.filter((one) => one !== stage);
  return [...rest.slice(0, to), stage, ...rest.slice(to)];
}

/** A code that the template does not have yet, from a name: `Sprachkurs B2` becomes `SPRACHKURSB`. */
export function codeFrom(name: string, stages: Stages): string {
  const letters = name
    .normalize('NFD')
    .toUpperCase()
    .replaceAll(/[^A-Z]/g, '')
    .slice(0, 12);
  const base = letters.length < 2 ? 'STAGE' : letters;
  const taken = new Set(stages.map(({ code }) => code));
  for (let more = ''; ; more += 'X') if (!taken.has(base + more)) return base + more;
}
