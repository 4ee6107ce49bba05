import type { RecordOfProgramme } from '@lotse/journeys';

/** Records of a programme by the part of the address under which they are entered and read. */
export const RECORD_DOORS = {
  agreements: 'agreement',
  engagements: 'engagement',
  intentions: 'intention',
  partnerships: 'partnership',
  trips: 'trip',
  interviews: 'interview',
  materials: 'material',
  events: 'event',
  measures: 'measure',
  targets: 'target',
} as const satisfies Readonly<Record<string, RecordOfProgramme>>;
export type RecordPath = keyof typeof RECORD_DOORS;
