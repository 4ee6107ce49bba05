import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import type { Files } from '@lotse/files';
import { seesAll, visibleFields, TOPICS, type Principal, type Topic } from '@lotse/policy';
import type { AuditRoom, ProvedUnit, RedactedPage, Reporting } from '@lotse/reports';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { FileContent } from '../files/file-content';
import { fileUnknown, opened } from '../files/taken';
import { IdPipe } from '../http/id.pipe';
import { ApiRoom, ApiRoomDocument } from '../openapi/operations/samples.operations';
import { FILES, REPORTING } from '../ports';
import { Problem } from '../problems/problem';

const SANDBOX = "default-src 'none';sandbox";

const isTopic = (topic: string): topic is Topic => Object.hasOwn(TOPICS, topic);

type Shown = ProvedUnit['documents'][number] & {
  /** True where its class is not for auditors: the document proves itself by its hash alone. */
  readonly withheld: boolean;
  /** Pictures of its pages that two people vouch for; they may be opened. */
  readonly redacted?: readonly RedactedPage[];
};

interface RoomAnswer {
  readonly programme: string;
  readonly room: AuditRoom;
  readonly units: readonly (Omit<ProvedUnit, 'documents'> & { readonly documents: readonly Shown[] })[];
}

/** The auditor's room: what was drawn, under ids, for one account and some days. Every look is on record. */
@Controller('api/v1/rooms/:room')
export class RoomsController {
  constructor(
    @Inject(REPORTING) private readonly reporting: Reporting,
    @Inject(FILES) private readonly files: Files,
  ) {}

  /** Units with facts and documents. */
  @Get()
  @Allow('room.read')
  @ApiRoom()
  async look(
    @Param('room', new IdPipe('room')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<RoomAnswer> {
    const found = await this.reporting.samples.look(id, principal.id);
    if (found === undefined)
      throw new Problem('room-unknown', { detail: `No room ${id} is open to you today.` });
    const { programme } = found.room;
    const sight = visibleFields(principal, { kind: 'programme', programme });
    const withheld = (topic: string): boolean => !isTopic(topic) || !seesAll(sight, topic);
    const redacted = await this.reporting.redactions.pagesOf(
      found.units.flatMap(({ documents }) => documents.map(({ file }) => file)),
    );
    const shown = (document: ProvedUnit['documents'][number]): Shown => {
      const pages = redacted.get(document.file);
      return {
        ...document,
        withheld: withheld(document.topic),
        ...(pages === undefined ? {} : { redacted: pages }),
      };
    };
    return {
      programme,
      room: found.room,
      units: found.units.map((unit) => ({ ...unit, documents: unit.documents.map(shown) })),
    };
  }

  /** The bytes of a document whose class is for auditors, or of a page of its redacted version; names are never told. */
  @Get('documents/:file')
  @Header('Content-Security-Policy', SANDBOX)
  @Allow('room.read')
  @ApiRoomDocument()
  async document(
    @Param('room', new IdPipe('room')) room: string,
    @Param('file', new IdPipe('file')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<FileContent> {
    const { units } = await this.look(room, principal);
    const lying = units.flatMap(({ documents }) => documents);
    const isOpen = lying.some(
      ({ file, withheld, redacted = [] }) =>
        (file === id && !withheld) || redacted.some((page) => page.file === id),
    );
    if (!isOpen) throw fileUnknown(id);
    const { file, bytes } = opened(await this.files.open(id), id);
    const { name: _name, ...unnamed } = file;
    return new FileContent(unnamed, bytes);
  }
}
