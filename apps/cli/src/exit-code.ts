/** What the exit status tells scripts; documented in docs/cli.md and `lotse --help`. */
export const EXIT = {
  done: 0,
  /** A fault of Lotse itself. */
  unexpected: 1,
  /** Refused lines, wrong usage or configuration, or an id that does not exist: what was given has to change. */
  refused: 2,
  /** `journey verify`, `projections verify`, `audit verify`, `demo` or `doctor` looked and found something wrong. */
  faults: 3,
  /** A service could not be started or reached. */
  unavailable: 4,
  /** Ended by Ctrl-C before it was done. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_HELP = `
Exit status:
    0  done
    1  unexpected failure
    2  refused: commands or lines, wrong usage or configuration, unknown id
    3  journey verify, projections verify, audit verify, demo or doctor found something wrong
    4  a service could not be started or reached
  130  ended by Ctrl-C before it was done`;
