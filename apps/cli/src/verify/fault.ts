/** Something wrong between one journey and its workflow. */
export interface Fault {
  readonly journey: string;
  readonly code:
    'workflow-missing' | 'workflow-behind' | 'workflow-ahead' | 'workflow-silent' | 'workflow-left-over';
  /** What is wrong and what helps. */
  readonly message: string;
}

export const missing = (journey: string): Fault => ({
  journey,
  code: 'workflow-missing',
  message: `Journey ${journey} is open and has no running workflow. Start it with: lotse journey resume`,
});

export const silent = (journey: string): Fault => ({
  journey,
  code: 'workflow-silent',
  message: `The workflow of journey ${journey} does not answer. See whether the worker polls with: lotse doctor`,
});

export function apart(journey: string, version: number, read: number): Fault {
  const behind = read < version;
  return {
    journey,
    code: behind ? 'workflow-behind' : 'workflow-ahead',
    message: `Journey ${journey} is at version ${version}, its workflow read ${read}. ${
      behind
        ? 'Wake it with: lotse journey resume'
        : 'The database is older than the workflow: was it restored? Then: lotse journey resume'
    }`,
  };
}

export const leftOver = (journey: string): Fault => ({
  journey,
  code: 'workflow-left-over',
  message: `A workflow runs for journey ${journey}, which is not open or not in this database. It ends when it is woken; or terminate journey/${journey} in Temporal.`,
});
