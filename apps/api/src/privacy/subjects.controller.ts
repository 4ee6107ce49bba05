import { Controller, Get, HttpCode, Inject, Param, Post, StreamableFile } from '@nestjs/common';
import { runWithScope } from '@lotse/persistence';
import { EVERYTHING, type Principal } from '@lotse/policy';
import type { ErasurePreview, Privacy, Receipt } from '@lotse/privacy';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { IdPipe } from '../http/id.pipe';
import { ApiErase, ApiErasure, ApiExport } from '../openapi/operations/privacy.operations';
import { PRIVACY } from '../ports';
import { askerOf, granted } from './granted';
import { mustReachPerson } from './reached-person';

type Preview = Extract<ErasurePreview, { result: 'preview' }>;

/** What a person may ask for: their data, and that it goes. */
@Controller('api/v1/persons/:person')
export class SubjectsController {
  constructor(@Inject(PRIVACY) private readonly privacy: Privacy) {}

  /** Everything that is held of a person, as a ZIP. */
  @Get('export')
  @Allow('subject.export')
  @ApiExport()
  async export(
    @Param('person', new IdPipe('person')) person: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<StreamableFile> {
    await mustReachPerson(this.privacy, principal, 'subject.export', person);
    return runWithScope(EVERYTHING, async () => {
      const { archive, name } = granted(await this.privacy.export(person, askerOf(principal)));
      const chunks: Uint8Array[] = [];
      for await (const chunk of archive) chunks.push(chunk);
      const disposition = `attachment; filename="${name}"`;
      return new StreamableFile(Buffer.concat(chunks), { type: 'application/zip', disposition });
    });
  }

  /** The receipt of an erasure; before one, what it would do and what stands against it. */
  @Get('erasure')
  @Allow('subject.erase')
  @ApiErasure()
  async erasure(
    @Param('person', new IdPipe('person')) person: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ readonly receipt: Receipt } | { readonly preview: Omit<Preview, 'result'> }> {
    await mustReachPerson(this.privacy, principal, 'subject.erase', person);
    const { erasures } = this.privacy;
    const receipt = await erasures.receipt(person);
    if (receipt !== undefined) return { receipt };
    const { result: _result, ...preview } = granted(await erasures.preview(person));
    return { preview };
  }

  /** Erases; the same again answers the same receipt. */
  @Post('erasure')
  @HttpCode(200)
  @Allow('subject.erase')
  @ApiErase()
  async erase(
    @Param('person', new IdPipe('person')) person: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ readonly receipt: Receipt }> {
    await mustReachPerson(this.privacy, principal, 'subject.erase', person);
    const { receipt } = granted(await this.privacy.erasures.erase(person, askerOf(principal)));
    return { receipt };
  }
}
