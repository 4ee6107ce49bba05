import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { AddressBook, DeadMail, MailState } from '@lotse/journeys';
import { Allow } from '../auth/allow.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { limitOf } from '../http/limit';
import { ApiDeadLetters, ApiDropMail, ApiSendAgain } from '../openapi/operations/mail.operations';
import { ADDRESS_BOOK } from '../ports';
import { Problem } from '../problems/problem';
import { DeadLettersQuery } from './dead-letters.query';
import { MailIdPipe } from './mail-id.pipe';

const unknown = (id: string): Problem =>
  new Problem('mail-unknown', { detail: `There is no mail ${id}: list the dead letters.` });

@Controller('api/v1/dead-letters')
export class DeadLettersController {
  constructor(@Inject(ADDRESS_BOOK) private readonly addressBook: AddressBook) {}

  /** Mails that a person has to look at, youngest first. */
  @Get()
  @Allow('mail.read')
  @ApiDeadLetters()
  async list(
    @Query(new EnvelopePipe(DeadLettersQuery)) query: DeadLettersQuery,
  ): Promise<{ readonly mails: readonly DeadMail[] }> {
    return { mails: await this.addressBook.dead(limitOf(query)) };
  }

  /** Lets the worker send a mail again. */
  @Post(':mail/send')
  @HttpCode(200)
  @Allow('mail.manage')
  @ApiSendAgain()
  async sendAgain(
    @Param('mail', new MailIdPipe()) id: string,
  ): Promise<{ readonly id: string; readonly state: MailState }> {
    const state = await this.addressBook.sendAgain(id);
    if (state === 'unknown') throw unknown(id);
    return { id, state };
  }

  /** Gives a mail up for good. */
  @Delete(':mail')
  @HttpCode(204)
  @Allow('mail.manage')
  @ApiDropMail()
  async drop(@Param('mail', new MailIdPipe()) id: string): Promise<void> {
    const state = await this.addressBook.drop(id);
    if (state === 'unknown') throw unknown(id);
    if (state !== 'dropped')
      throw new Problem('mail-not-dead', { detail: `Mail ${id} is ${state}: only a dead one is dropped.` });
  }
}
