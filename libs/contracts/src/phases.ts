/** The five parts of a journey, in their usual order. Each is a workflow type of the same name; a template maps each stage to one. */
export const PHASES = [
  'universitySelection',
  'commitment',
  'internship',
  'contract',
  'integrationFollowUp',
] as const;
export type Phase = (typeof PHASES)[number];

/** Data of a template or row may be newer than this code, so a phase is checked where it enters. */
export const isPhase = (value: string): value is Phase => PHASES.some((phase) => phase === value);
