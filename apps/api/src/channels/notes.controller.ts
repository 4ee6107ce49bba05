import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Channels, Note } from '@lotse/journeys';
import type { Principal } from '@lotse/policy';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { ApiNotes, ApiWriteNote } from '../openapi/operations/channels.operations';
import { CHANNELS } from '../ports';
import { accepted } from '../problems/accepted';
import { actorOf } from './by.request';
import { NoteRequest } from './note.request';

@Controller('api/v1/journeys/:journey/notes')
export class NotesController {
  constructor(@Inject(CHANNELS) private readonly channels: Channels) {}

  /** Shared notes, and the internal ones of one's own side. */
  @Get()
  @Allow('note.read')
  @ApiNotes()
  async list(
    @Param('journey') journey: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ readonly notes: readonly Note[] }> {
    return { notes: await this.channels.notes.list(journey, principal) };
  }

  /** Writes a note. */
  @Post()
  @HttpCode(201)
  @JsonBody()
  @Allow('note.write')
  @ApiWriteNote()
  async write(
    @Param('journey') journey: string,
    @Body(new EnvelopePipe(NoteRequest)) { id, audience, text, ...by }: NoteRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ readonly id: string }> {
    accepted(await this.channels.notes.write(journey, { id, audience, text, by: actorOf(by) }, principal));
    return { id };
  }
}
