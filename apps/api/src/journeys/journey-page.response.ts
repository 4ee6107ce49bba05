import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { PHASES, type Phase } from '@lotse/domain';
import type { JourneyPage, JourneyRow } from '@lotse/journeys';

/** A journey at a glance. */
@ApiSchema({ description: 'A journey at a glance: ids and codes only.' })
export class JourneySummary {
  @ApiProperty({ type: String, description: 'Id of the journey.', example: 'j01' })
  readonly id: string;

  @ApiProperty({ type: String, description: 'Its programme.', example: 'kg-glass-2023' })
  readonly programme: string;

  @ApiProperty({ type: String, description: 'Template it runs on.', example: 'de-uni-internship-hire@1' })
  readonly template: string;

  @ApiProperty({ type: String, description: 'Code of its stage.', example: 'INT' })
  readonly stage: string;

  @ApiProperty({
    enum: PHASES,
    description: 'Workflow type that its stage runs in.',
    example: 'internship' satisfies Phase,
  })
  readonly phase: string;

  @ApiProperty({ enum: ['open', 'on-hold', 'closed', 'void'], description: 'Its status.', example: 'open' })
  readonly status: string;

  @ApiProperty({ type: 'integer', description: 'Number of its facts.', example: 12 })
  readonly version: number;

  constructor({ id, programme, template, stage, phase, status, version }: JourneyRow) {
    this.id = id;
    this.programme = programme;
    this.template = template;
    this.stage = stage;
    this.phase = phase;
    this.status = status;
    this.version = version;
  }
}

@ApiSchema({ description: 'One page of journeys, ordered by id.' })
export class JourneyPageResponse {
  @ApiProperty({ type: [JourneySummary], description: 'The journeys of this page.' })
  readonly journeys: readonly JourneySummary[];

  @ApiProperty({
    type: String,
    required: false,
    description: 'Give it as cursor for the next page; absent on the last.',
    example: 'j07',
  })
  readonly next?: string;

  constructor({ journeys, next }: JourneyPage) {
    this.journeys = journeys.map((row) => new JourneySummary(row));
    if (next !== undefined) this.next = next;
  }
}
