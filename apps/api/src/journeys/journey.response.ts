import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { JourneyState, PossibleCommand } from '@lotse/domain';
import type { JourneyDetail } from '@lotse/journeys';
import { ref } from '../openapi/ref';
import { JourneySummary } from './journey-page.response';

@ApiSchema({ description: 'A journey as of now: its state, and what can be done next.' })
export class JourneyResponse extends JourneySummary {
  @ApiProperty({ type: String, description: 'Id of the person whose journey it is.', example: 'p01' })
  readonly person: string;

  @ApiProperty({ ...ref('JourneyState'), description: 'The journey folded from its facts.' })
  readonly state: JourneyState;

  @ApiProperty({
    type: 'array',
    items: ref('PossibleCommand'),
    description: 'Commands open today, and each next stage with every guard that is still unmet.',
  })
  readonly commands: readonly PossibleCommand[];

  constructor(detail: JourneyDetail) {
    super(detail);
    this.person = detail.person;
    this.state = detail.state;
    this.commands = detail.commands;
  }
}
