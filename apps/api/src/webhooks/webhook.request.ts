import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';

@ApiSchema({ description: 'An address that is told when a report of the programme is locked.' })
export class WebhookRequest {
  @ApiProperty({
    type: String,
    description: 'Id of the webhook, made by the sender.',
    example: 'funder-system',
  })
  @Matches(ID, must(ID_WORDS))
  readonly id!: string;

  @ApiProperty({
    type: String,
    description: 'Programme whose reports it is about.',
    example: 'kg-glass-2023',
  })
  @Matches(ID, must(ID_WORDS))
  readonly programme!: string;

  @ApiProperty({
    type: String,
    description: 'Address that takes the messages: https, on the public internet. Stored encrypted.',
    example: 'https://reports.example.org/lotse',
  })
  @IsString(must('be an address of the web'))
  @MaxLength(2_000, must('be an address of the web'))
  readonly url!: string;
}
