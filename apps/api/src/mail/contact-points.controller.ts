import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put, Query } from '@nestjs/common';
import type { AddressBook, ListedContactPoint } from '@lotse/journeys';
import { Allow } from '../auth/allow.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { JsonBody } from '../http/json-body.decorator';
import {
  ApiContactPoints,
  ApiPutContactPoint,
  ApiRemoveContactPoint,
} from '../openapi/operations/mail.operations';
import { ADDRESS_BOOK } from '../ports';
import { ContactPointRequest, mustReachSomebody } from './contact-point.request';
import { ContactPointsQuery } from './contact-points.query';

@Controller('api/v1/contact-points')
export class ContactPointsController {
  constructor(@Inject(ADDRESS_BOOK) private readonly addressBook: AddressBook) {}

  /** Whom the mails of a programme reach; never the addresses themselves. */
  @Get()
  @Allow('mail.read')
  @ApiContactPoints()
  async list(
    @Query(new EnvelopePipe(ContactPointsQuery)) { programme }: ContactPointsQuery,
  ): Promise<{ readonly contactPoints: readonly ListedContactPoint[] }> {
    return { contactPoints: await this.addressBook.contactPoints(programme) };
  }

  /** Keeps an address, in the place of an earlier one of the same id. */
  @Put(':contactPoint')
  @HttpCode(204)
  @JsonBody()
  @Allow('mail.manage')
  @ApiPutContactPoint()
  async put(
    @Param('contactPoint', new IdPipe('contactPoint')) id: string,
    @Body(new EnvelopePipe(ContactPointRequest)) request: ContactPointRequest,
  ): Promise<void> {
    mustReachSomebody(request);
    const { organisation, person, account, ...contact } = request;
    await this.addressBook.putContactPoint({
      id,
      ...contact,
      ...(organisation === undefined ? {} : { organisation }),
      ...(person === undefined ? {} : { person }),
      ...(account === undefined ? {} : { account }),
    });
  }

  /** Removes an address, its key and what waits for it. */
  @Delete(':contactPoint')
  @HttpCode(204)
  @Allow('mail.manage')
  @ApiRemoveContactPoint()
  async remove(@Param('contactPoint', new IdPipe('contactPoint')) id: string): Promise<void> {
    await this.addressBook.removeContactPoint(id);
  }
}
