import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Res,
  type Type,
} from '@nestjs/common';
import type { JsonObject } from '@lotse/domain';
import type { Journeys, RecordPage, RecordVersion } from '@lotse/journeys';
import type { Response } from 'express';
import { Allow } from '../auth/allow.decorator';
import { CurrentOwner } from '../http/current-owner.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { etagOf, versionOfIfMatch } from '../http/etag';
import { IdPipe } from '../http/id.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { JsonObjectPipe } from '../http/json-object.pipe';
import { limitOf } from '../http/limit';
import {
  ApiPutRecord,
  ApiRecords,
  ApiRecordVersions,
  ApiStrikeRecord,
} from '../openapi/operations/records.operations';
import { JOURNEYS } from '../ports';
import { accepted } from '../problems/accepted';
import { Problem } from '../problems/problem';
import { RecordAddress } from './record-address';
import { RECORD_DOORS, type RecordPath } from './record-doors';
import { recordLine } from './record-line';
import { RecordsQuery } from './records.query';
import { StrikeRequest } from './strike.request';

/** What became of a record that was entered. */
interface RecordEntered {
  readonly id: string;
  readonly result: 'accepted' | 'unchanged' | 'proposed';
  readonly version: number;
  /** The signed report for the sake of which a second person is needed. */
  readonly report?: string;
}

/** The routes of one type of record: typed by its fields, alike in all else. */
export function recordController(path: RecordPath): Type<unknown> {
  const type = RECORD_DOORS[path];

  @Controller(`api/v1/programmes/:programme/${path}`)
  class RecordController {
    constructor(@Inject(JOURNEYS) private readonly journeys: Journeys) {}

    /** The newest versions, by id. */
    @Get()
    @Allow('record.read')
    @ApiRecords(path)
    async list(
      @Param('programme', new IdPipe('programme')) programme: string,
      @Query(new EnvelopePipe(RecordsQuery)) query: RecordsQuery,
    ): Promise<RecordPage & { readonly programme: string }> {
      const { knownAt, after } = query;
      const page = await this.journeys.listRecords({
        type,
        programme,
        limit: limitOf(query),
        ...(knownAt === undefined ? {} : { knownAt }),
        ...(after === undefined ? {} : { after }),
      });
      return { programme, ...page };
    }

    /** Every version of one record, oldest first. */
    @Get(':id')
    @Allow('record.read')
    @ApiRecordVersions(path)
    async versions(
      @Param(new EnvelopePipe(RecordAddress)) { programme, id }: RecordAddress,
      @Res({ passthrough: true }) response: Response,
    ): Promise<{ readonly programme: string; readonly records: readonly RecordVersion[] }> {
      const records = await this.journeys.versionsOfRecord({ type, programme, id });
      const last = records.at(-1);
      if (last === undefined)
        throw new Problem('record-unknown', { detail: `There is no ${type} ${id} in ${programme}.` });
      response.setHeader('ETag', etagOf(last.version));
      return { programme, records };
    }

    /** Enters a version: the same again is unchanged, another body is the next version, or proposed to a second person. */
    @Put(':id')
    @JsonBody()
    @Allow('record.write')
    @ApiPutRecord(path)
    async put(
      @Param(new EnvelopePipe(RecordAddress)) { programme, id }: RecordAddress,
      @Headers('if-match') ifMatch: string | undefined,
      @Body(new JsonObjectPipe()) body: JsonObject,
      @CurrentOwner() submittedBy: string,
      @Res({ passthrough: true }) response: Response,
    ): Promise<RecordEntered> {
      const expectedVersion = versionOfIfMatch(ifMatch);
      const answer = await this.journeys.putRecord(
        type,
        recordLine(body, { id, programme }),
        { submittedBy },
        expectedVersion === undefined ? {} : { expectedVersion },
      );
      const missed = answer.result === 'refused' && answer.refusal.code === 'version-conflict';
      const entered = accepted(answer, missed ? 'precondition-failed' : undefined);
      const isNew = entered.result === 'accepted' && entered.version === 1;
      response.status(isNew ? 201 : 200).setHeader('ETag', etagOf(entered.version));
      return { id, ...entered };
    }

    /** Strikes a record out from now on; what was known before stays. */
    @Post(':id/strike')
    @HttpCode(200)
    @JsonBody()
    @Allow('record.write')
    @ApiStrikeRecord(path)
    async strike(
      @Param(new EnvelopePipe(RecordAddress)) { programme, id }: RecordAddress,
      @Headers('if-match') ifMatch: string | undefined,
      @Body(new EnvelopePipe(StrikeRequest)) { reason }: StrikeRequest,
      @CurrentOwner() submittedBy: string,
      @Res({ passthrough: true }) response: Response,
    ): Promise<RecordEntered> {
      const expectedVersion = versionOfIfMatch(ifMatch);
      const terms = expectedVersion === undefined ? {} : { expectedVersion };
      const known = await this.journeys.versionsOfRecord({ type, programme, id });
      if (known.length === 0)
        throw new Problem('record-unknown', { detail: `There is no ${type} ${id} in ${programme}.` });
      const answer = await this.journeys.strikeRecord(
        { type, programme, id, reason },
        { submittedBy },
        terms,
      );
      const missed = answer.result === 'refused' && answer.refusal.code === 'version-conflict';
      const entered = accepted(answer, missed ? 'precondition-failed' : undefined);
      response.setHeader('ETag', etagOf(entered.version));
      return { id, ...entered };
    }
  }
  return RecordController;
}
