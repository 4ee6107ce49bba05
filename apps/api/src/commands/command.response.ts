import { ApiProperty, ApiSchema } from '@nestjs/swagger';

/** What became of a command. */
@ApiSchema({ description: 'A command that was taken, now or before.' })
export class CommandResponse {
  @ApiProperty({ type: String, description: 'Id of the command.', example: 'c00038' })
  readonly id: string;

  @ApiProperty({ type: String, description: 'Journey it belongs to.', example: 'j01' })
  readonly journey: string;

  @ApiProperty({
    enum: ['accepted', 'repeated'],
    description: 'repeated: the same id and body was accepted before; nothing has changed now.',
    example: 'accepted',
  })
  readonly result: 'accepted' | 'repeated';

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    description: 'Version of the journey after the command.',
    example: 12,
  })
  readonly version: number;

  constructor(id: string, journey: string, result: 'accepted' | 'repeated', version: number) {
    this.id = id;
    this.journey = journey;
    this.result = result;
    this.version = version;
  }
}
