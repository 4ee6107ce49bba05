import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsBoolean, Matches, ValidateBy } from 'class-validator';
import { isJsonObject, type StageMapping } from '@lotse/domain';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';
import { Reason } from '../http/text-fields';

const STAGE = /^[A-Z]{2,16}$/;

const isMapping = (value: unknown): boolean =>
  isJsonObject(value) &&
  Object.entries(value).every(([old, to]) => STAGE.test(old) && typeof to === 'string' && STAGE.test(to));

@ApiSchema({ description: 'Open journeys of a programme, and where each stage leads under the template.' })
export class CohortRequest {
  @ApiProperty({ type: String, description: 'Programme of the journeys.', example: 'kg-glass-2023' })
  @Matches(ID, must(ID_WORDS))
  readonly programme!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    selfRequired: false,
    description: 'Old code of a stage to the new one; a stage that is not named keeps its code.',
    example: { NOM: 'APPLIED' },
  })
  @Optional()
  @ValidateBy(
    { name: 'isMapping', validator: { validate: isMapping } },
    must('lead from codes of stages to codes of stages, such as {"NOM": "APPLIED"}'),
  )
  readonly mapping?: StageMapping;
}

@ApiSchema({ description: 'Moves open journeys of a programme to the template.' })
export class MigrationRequest extends CohortRequest {
  @Reason('Nominations are looked at later.')
  readonly reason!: string;

  @ApiProperty({
    type: String,
    description:
      'Id for the whole, made by the sender: the same again does nothing twice, and undo takes it back.',
    example: 'to-glass-2',
  })
  @Matches(ID, must(ID_WORDS))
  readonly batch!: string;

  @ApiProperty({
    type: Boolean,
    required: false,
    default: false,
    description: 'true: show stage and due days of each journey before and after, and keep nothing.',
    example: true,
  })
  @Optional()
  @IsBoolean(must('be true or false'))
  readonly dryRun?: boolean;
}
