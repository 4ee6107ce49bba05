import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { networkOf, type AuditPort } from '@lotse/audit';
import type { Action } from '@lotse/policy';
import type { Request, Response } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import { ALLOW } from '../auth/allow.decorator';
import { principalOf } from '../auth/principal';
import { requestIdOf } from '../http/request-id';
import { AUDIT, NOW } from './audit.tokens';
import { auditedOf, toldBy, type Told } from './audited-reads';

/** Records who read what of whom, before the answer goes out: an access that cannot be recorded is not given. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(AUDIT) private readonly audit: AuditPort,
    @Inject(NOW) private readonly now: () => Date,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const action = this.reflector.get<Action | undefined>(ALLOW, context.getHandler());
    const request = context.switchToHttp().getRequest<Request>();
    const read = action === undefined ? undefined : auditedOf(action, request.method);
    if (action === undefined || read === undefined) return next.handle();
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        const told = toldBy(read, request.params, request.query, answer);
        await Promise.all(told.map((about) => this.record(action, about, context)));
        return answer;
      }),
    );
  }

  private async record(action: Action, about: Told, context: ExecutionContext): Promise<void> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const principal = principalOf(response);
    const from = networkOf(request.ip);
    await this.audit.append({
      at: this.now().toISOString(),
      who: principal.id,
      entrance: principal.entrance,
      action,
      outcome: 'done',
      ...about,
      request: requestIdOf(response),
      ...(from === undefined ? {} : { from }),
      ...(principal.emergency === undefined ? {} : { purpose: `emergency/${principal.emergency.id}` }),
    });
  }
}
