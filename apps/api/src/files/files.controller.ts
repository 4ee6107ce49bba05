import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import type { Files } from '@lotse/files';
import type { Journeys } from '@lotse/journeys';
import { may, type Principal } from '@lotse/policy';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { IdPipe } from '../http/id.pipe';
import { ApiFile, ApiFileContent } from '../openapi/operations/files.operations';
import { FILES, JOURNEYS } from '../ports';
import { FileContent } from './file-content';
import { seenFile, type FileAnswer } from './seen-file';
import { fileUnknown, opened } from './taken';

/** Should a browser show it after all, nothing in it runs or loads. */
const SANDBOX = "default-src 'none';sandbox";

/** One file, whichever journey it belongs to. */
@Controller('api/v1/files/:file')
export class FilesController {
  constructor(
    @Inject(FILES) private readonly files: Files,
    @Inject(JOURNEYS) private readonly journeys: Journeys,
  ) {}

  /** What is known of a file. */
  @Get()
  @Allow('file.read')
  @ApiFile()
  async get(
    @Param('file', new IdPipe('file')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<FileAnswer> {
    const file = await this.files.find(id);
    const facts = file?.journey === undefined ? null : await this.journeys.partiesOf(file.journey);
    const seen =
      file !== undefined &&
      facts !== null &&
      may(principal, 'file.read', { kind: 'journey', journey: facts }).ok
        ? seenFile(principal, facts, file)
        : undefined;
    if (seen === undefined) throw fileUnknown(id);
    return seen;
  }

  /** Its bytes, to be saved and not to be shown. */
  @Get('content')
  @Header('Content-Security-Policy', SANDBOX)
  @Allow('file.read')
  @ApiFileContent()
  async content(
    @Param('file', new IdPipe('file')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<FileContent> {
    await this.get(id, principal);
    const { file, bytes } = opened(await this.files.open(id), id);
    return new FileContent(file, bytes);
  }
}
