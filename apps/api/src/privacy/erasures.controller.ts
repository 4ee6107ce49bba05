import { Controller, Get, Inject } from '@nestjs/common';
import type { Principal } from '@lotse/policy';
import type { Privacy, Receipt } from '@lotse/privacy';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { ApiErasures } from '../openapi/operations/privacy.operations';
import { PRIVACY } from '../ports';
import { reachesPerson } from './reached-person';

const MOST = 200;

/** What was erased: ids and counts. */
@Controller('api/v1/erasures')
export class ErasuresController {
  constructor(@Inject(PRIVACY) private readonly privacy: Privacy) {}

  /** Receipts of persons that the asker reaches. */
  @Get()
  @Allow('subject.erase')
  @ApiErasures()
  async list(@CurrentPrincipal() principal: Principal): Promise<{ readonly receipts: readonly Receipt[] }> {
    const receipts: Receipt[] = [];
    for (const receipt of await this.privacy.erasures.receipts(MOST))
      if (await reachesPerson(this.privacy, principal, 'subject.erase', receipt.person))
        receipts.push(receipt);
    return { receipts };
  }
}
