import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import type { Audience } from '@lotse/journeys';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { Reason } from '../http/text-fields';
import { ByRequest } from './by.request';

const AUDIENCES = ['internal', 'shared'] as const satisfies readonly Audience[];

@ApiSchema({ description: 'Words beside the facts, for the own side or for all parties of the journey.' })
export class NoteRequest extends ByRequest {
  @ApiProperty({
    type: String,
    description: 'Id of the note; the same again is a repeat.',
    example: 'note-1',
  })
  @Matches(ID, must(ID_WORDS))
  readonly id!: string;

  @ApiProperty({
    enum: AUDIENCES,
    description: "internal: only the own organisation's people read it. shared: every party does.",
    example: 'internal',
  })
  @IsIn(AUDIENCES, must('be internal or shared'))
  readonly audience!: Audience;

  @Reason('Called on Monday; wants to move closer to work.')
  readonly text!: string;
}
