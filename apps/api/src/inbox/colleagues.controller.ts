import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@lotse/policy';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { ApiColleagues } from '../openapi/operations/inbox.operations';
import { ColleagueList } from './colleague-list';
import type { Colleague } from './colleagues';

/** To whom a task can be handed: ids and names of those beside the asker, and nothing else of them. */
@Controller('api/v1/inbox/colleagues')
export class ColleaguesController {
  constructor(private readonly colleagues: ColleagueList) {}

  @Get()
  @Allow('inbox.snooze')
  @ApiColleagues()
  async list(
    @CurrentPrincipal() { grants }: Principal,
  ): Promise<{ readonly colleagues: readonly Colleague[] }> {
    return { colleagues: await this.colleagues.of(grants) };
  }
}
