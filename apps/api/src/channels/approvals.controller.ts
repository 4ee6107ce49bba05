import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Approval, Channels } from '@lotse/journeys';
import type { Principal } from '@lotse/policy';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { JsonBody } from '../http/json-body.decorator';
import {
  ApiApprovals,
  ApiGiveApproval,
  ApiRequestApproval,
  ApiRevokeApproval,
} from '../openapi/operations/channels.operations';
import { CHANNELS } from '../ports';
import { accepted } from '../problems/accepted';
import { refusalProblem } from '../problems/problem';
import { ApprovalRequest, VoteRequest } from './approval.request';

/** What a vote came to. */
interface Given {
  readonly result: 'given' | 'submitted';
  /** People still wanted. */
  readonly missing: number;
}

/** Four eyes and more, on one journey. */
@Controller('api/v1/journeys/:journey/approvals')
export class ApprovalsController {
  constructor(@Inject(CHANNELS) private readonly channels: Channels) {}

  /** Approvals of the journey, with the commands that wait for them. */
  @Get()
  @Allow('approval.give')
  @ApiApprovals()
  async list(@Param('journey') journey: string): Promise<{ readonly approvals: readonly Approval[] }> {
    return { approvals: await this.channels.approvals.list(journey) };
  }

  /** Asks for approval of a command. */
  @Post()
  @HttpCode(201)
  @JsonBody()
  @Allow('approval.request')
  @ApiRequestApproval()
  async request(
    @Param('journey') journey: string,
    @Body(new EnvelopePipe(ApprovalRequest)) { id, command }: ApprovalRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ readonly id: string; readonly expiresAt: string }> {
    const { expiresAt } = accepted(
      await this.channels.approvals.request(id, { ...command, journey }, principal),
    );
    return { id, expiresAt };
  }

  /** Approves; the last one wanted submits the command. */
  @Post(':approval/votes')
  @HttpCode(200)
  @JsonBody()
  @Allow('approval.give')
  @ApiGiveApproval()
  async give(
    @Param('journey') journey: string,
    @Param('approval', new IdPipe('approval')) id: string,
    @Body(new EnvelopePipe(VoteRequest)) { role }: VoteRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Given> {
    const vote = accepted(await this.channels.approvals.give(journey, id, role, principal));
    if (vote.result === 'given') return { result: 'given', missing: vote.missing };
    if (vote.answer.result === 'refused') throw refusalProblem(vote.answer.refusal);
    return { result: 'submitted', missing: 0 };
  }

  /** Takes back what one asked for, or one's own vote. */
  @Delete(':approval')
  @HttpCode(204)
  @Allow('approval.request')
  @ApiRevokeApproval()
  async revoke(
    @Param('journey') journey: string,
    @Param('approval', new IdPipe('approval')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    accepted(await this.channels.approvals.revoke(journey, id, principal));
  }
}
