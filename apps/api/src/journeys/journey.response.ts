import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Day, JourneyState, PossibleCommand } from '@lotse/domain';
import type { JourneyDetail } from '@lotse/journeys';
import { wordsOfStage, type Wording } from '@lotse/policy';
import { ref } from '../openapi/ref';
import { JourneySummary } from './journey-page.response';

@ApiSchema({ description: 'A journey as of now: its state, and what can be done next.' })
export class JourneyResponse extends JourneySummary {
  @ApiProperty({ type: String, description: 'Id of the person whose journey it is.', example: 'p01' })
  readonly person: string;

  @ApiProperty({ ...ref('JourneyState'), description: 'The journey folded from its facts.' })
  readonly state: JourneyState;

  @ApiProperty({
    type: String,
    format: 'date',
    description: "Today in the programme's time zone, the day that commands is about.",
    example: '2024-09-02',
  })
  readonly today: Day;

  @ApiProperty({
    type: 'array',
    items: ref('PossibleCommand'),
    description: 'Commands open today, and each next stage with every guard that is still unmet.',
  })
  readonly commands: readonly PossibleCommand[];

  @ApiProperty({
    type: [String],
    description:
      'Members of the state that are not shown to the asker: they look as before anything happened.',
    example: ['scores'],
  })
  readonly hidden: readonly string[];

  @ApiProperty({
    ...ref('StageWording'),
    description: 'What the candidate reads where the office reads a stage.',
  })
  readonly wording: Wording;

  constructor(detail: JourneyDetail) {
    super(detail);
    this.person = detail.person;
    this.state = detail.state;
    this.today = detail.today;
    this.commands = detail.commands;
    this.hidden = detail.hidden ?? [];
    this.wording = wordsOfStage(detail.stage, detail.phase);
  }
}
