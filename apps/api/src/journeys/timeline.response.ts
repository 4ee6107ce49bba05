import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { TimelineEntry } from '@lotse/journeys';
import { ref } from '../openapi/ref';

/** A fact with the marks of what became of it. */
export interface MarkedFact extends TimelineEntry {
  /** True when it was taken out without anything in its place. */
  readonly struck: boolean;
}

const byOrder = (one: TimelineEntry, other: TimelineEntry): number =>
  one.happenedOn.localeCompare(other.happenedOn) || one.seq - other.seq || one.version - other.version;

@ApiSchema({ description: 'Every fact of a journey, superseded and struck ones too.' })
export class TimelineResponse {
  @ApiProperty({ type: String, description: 'Id of the journey.', example: 'j01' })
  readonly journey: string;

  @ApiProperty({
    type: 'array',
    items: ref('Fact'),
    description: 'Facts by day and by their order within the day.',
  })
  readonly facts: readonly MarkedFact[];

  constructor(journey: string, entries: readonly TimelineEntry[]) {
    const striking = new Set(
      entries.filter(({ correction }) => correction?.struck === true).map(({ version }) => version),
    );
    this.journey = journey;
    this.facts = entries
      .map((entry) => ({
        ...entry,
        struck: entry.supersededBy !== undefined && striking.has(entry.supersededBy),
      }))
      .sort(byOrder);
  }
}
