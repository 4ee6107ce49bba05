import { Controller, Get, Inject, Query } from '@nestjs/common';
import { dayInBerlin, packOn, PACKS, type RulePack } from '@lotse/domain';
import { NOW } from '../audit/audit.tokens';
import { Allow } from '../auth/allow.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { OnDayQuery } from '../http/on-day.query';
import { ApiRules } from '../openapi/operations/system.operations';

interface RulesAnswer {
  readonly on: string;
  readonly assumed: boolean;
  readonly pack: RulePack;
  readonly packs: readonly Pick<RulePack, 'id' | 'from' | 'to' | 'checkedOn'>[];
}

const named = ({ id, from, to, checkedOn }: RulePack): RulesAnswer['packs'][number] => ({
  id,
  from,
  ...(to === undefined ? {} : { to }),
  checkedOn,
});

/** Dated law as data. Not legal advice. */
@Controller('api/v1/rules')
export class RulesController {
  constructor(@Inject(NOW) private readonly now: () => Date) {}

  /** The pack that decides on a day, and which others there are. */
  @Get()
  @Allow('template.read')
  @ApiRules()
  get(@Query(new EnvelopePipe(OnDayQuery)) { on = this.today() }: OnDayQuery): RulesAnswer {
    return { on, ...packOn(on), packs: PACKS.map(named) };
  }

  private today(): string {
    return dayInBerlin(this.now());
  }
}
