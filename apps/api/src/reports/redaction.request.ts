import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, Matches } from 'class-validator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';

const PAGES = 'be a list of 1 to 100 ids of files';

@ApiSchema({ description: 'Pictures of the pages of a document with what is nobody’s business blacked out.' })
export class RedactionRequest {
  @ApiProperty({
    type: String,
    description:
      'Id of this sending, chosen by the sender: the same again is a repeat. The answer tells the id of the redaction.',
    example: 'redaction-ct-j01',
  })
  @Matches(ID, must(ID_WORDS))
  readonly id!: string;

  @ApiProperty({ type: String, description: 'File of the original.', example: 'contract.1f2e' })
  @Matches(ID, must(ID_WORDS))
  readonly file!: string;

  @ApiProperty({
    type: [String],
    description: 'Files of the pictures (PNG, JPEG, WebP) in the order of the document, of the same journey.',
    example: ['contract-p1.1f2e', 'contract-p2.1f2e'],
  })
  @IsArray(must(PAGES))
  @ArrayMinSize(1, must(PAGES))
  @ArrayMaxSize(100, must(PAGES))
  @Matches(ID, { each: true, ...must(PAGES) })
  readonly pages!: string[];
}
