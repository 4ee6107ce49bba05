import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { isFileType, LIMITS, REASONS, type FileRefusalCode, type Files } from '@lotse/files';
import type { Journeys } from '@lotse/journeys';
import type { JourneyFacts, Principal } from '@lotse/policy';
import type { Request } from 'express';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { limitOf } from '../http/limit';
import { LineSender } from '../http/line-sender';
import { scopedId } from '../http/scoped-id';
import { ApiJourneyFiles, ApiUploadFile } from '../openapi/operations/files.operations';
import { FILES, JOURNEYS } from '../ports';
import { Problem } from '../problems/problem';
import { ListFilesQuery, UploadQuery } from './files.query';
import { maySend, seenFile, sideOfSender, type FileAnswer } from './seen-file';
import { fileRefused, taken } from './taken';
import { wholeBody } from './whole-body';

/** Rows that are read before they are looked through. */
const READ_AT_ONCE = 200;

const refusal = (code: FileRefusalCode): Problem => fileRefused({ code, message: REASONS[code] });
const statedType = (request: Request): string =>
  request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';

interface FilePage {
  readonly programme: string;
  readonly files: readonly FileAnswer[];
  readonly next?: string;
}

/** Files of a journey, which are those of its person. */
@Controller('api/v1/journeys/:journey/files')
export class JourneyFilesController {
  constructor(
    @Inject(FILES) private readonly files: Files,
    @Inject(JOURNEYS) private readonly journeys: Journeys,
    private readonly lines: LineSender,
  ) {}

  /** Files that the asker sees, by id. */
  @Get()
  @Allow('file.read')
  @ApiJourneyFiles()
  async list(
    @Param('journey', new IdPipe('journey')) journey: string,
    @Query(new EnvelopePipe(ListFilesQuery)) query: ListFilesQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<FilePage> {
    const { reference, cursor } = query;
    const limit = limitOf(query);
    const facts = await this.factsOf(journey);
    const filter = { journey, limit: READ_AT_ONCE, ...(reference === undefined ? {} : { reference }) };
    const seen: FileAnswer[] = [];
    // Files that are not the asker's leave no trace: no shorter page, and no cursor that names one.
    for (let after = cursor; seen.length < limit;) {
      const rows = await this.files.list({ ...filter, ...(after === undefined ? {} : { after }) });
      seen.push(...rows.flatMap((file) => seenFile(principal, facts, file) ?? []));
      after = rows.at(-1)?.id;
      if (rows.length < READ_AT_ONCE) break;
    }
    const files = seen.slice(0, limit);
    const { programme } = facts;
    const last = files.at(-1);
    return last === undefined || files.length < limit
      ? { programme, files }
      : { programme, files, next: last.id };
  }

  /** Takes a file, whole and once. */
  @Post()
  @HttpCode(201)
  @Allow('file.upload')
  @ApiUploadFile()
  async upload(
    @Param('journey', new IdPipe('journey')) journey: string,
    @Query(new EnvelopePipe(UploadQuery)) { id, name, topic, reference }: UploadQuery,
    @Req() request: Request,
    @CurrentPrincipal() principal: Principal,
  ): Promise<FileAnswer> {
    const type = statedType(request);
    if (!isFileType(type)) throw refusal('file-type-unknown');
    const facts = await this.factsOf(journey);
    if (!maySend(principal, facts, topic))
      throw new Problem('not-allowed', {
        detail: `Files about ${topic} of this journey are not yours to send.`,
      });
    const bytes = await wholeBody(request, this.lines.upload(request), LIMITS.bytes);
    if (bytes === undefined) throw refusal('file-too-large');
    const organisation = sideOfSender(principal, facts, topic);
    const file = taken(
      await this.files.upload({
        id: scopedId([journey, principal.id], id),
        programme: facts.programme,
        journey,
        person: facts.person,
        topic,
        name,
        type,
        bytes,
        uploadedBy: principal.id,
        ...(organisation === undefined ? {} : { organisation }),
        ...(reference === undefined ? {} : { reference }),
      }),
    );
    const seen = seenFile(principal, facts, file);
    // A repeat of what one sent about another topic, which one no longer sees.
    if (seen === undefined)
      throw new Problem('file-id-taken', { detail: `The id ${id} is that of another file.` });
    return seen;
  }

  private async factsOf(journey: string): Promise<JourneyFacts> {
    const facts = await this.journeys.partiesOf(journey);
    if (facts === null) throw new Problem('journey-unknown', { detail: `There is no journey ${journey}.` });
    return facts;
  }
}
