import { ApiProperty } from '@nestjs/swagger';
import { LIMITS } from '@lotse/files';
import { ALL_TOPICS, type Topic } from '@lotse/policy';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';
import { Cursor, Limit } from '../http/paging';

const NAME_WORDS = `be the name of the file, at most ${LIMITS.name} characters`;

/** What is uploaded; its bytes are the body. */
export class UploadQuery {
  @ApiProperty({
    type: String,
    description:
      'Id of this sending, chosen by the sender: the same again is a repeat. The answer tells the id of the file.',
    example: 'file-1',
  })
  @Matches(ID, must(ID_WORDS))
  readonly id!: string;

  @ApiProperty({ type: String, description: 'Name of the file.', example: 'Паспорт.pdf' })
  @IsString(must(NAME_WORDS))
  @MaxLength(LIMITS.name, must(NAME_WORDS))
  readonly name!: string;

  @ApiProperty({
    enum: ALL_TOPICS,
    description: 'What it is about: who sees that topic of the journey may open it.',
    example: 'identity',
  })
  @IsIn(ALL_TOPICS, must(`be one of ${ALL_TOPICS.join(', ')}`))
  readonly topic!: Topic;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Reference id by which facts name it as evidence.',
    example: 'evidence-j01-passport',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly reference?: string;
}

/** Which files of a journey; the filters go together. */
export class ListFilesQuery {
  @ApiProperty({
    type: String,
    required: false,
    description: 'Only files under this reference id.',
    example: 'evidence-j01-passport',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly reference?: string;

  @Cursor('file-1')
  readonly cursor?: string;

  @Limit()
  readonly limit?: string;
}
