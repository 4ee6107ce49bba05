import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Principal } from '@lotse/policy';
import type { Response } from 'express';
import { principalOf } from './principal';

/** Who asked, with what they hold at this moment. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal =>
  principalOf(context.switchToHttp().getResponse<Response>()),
);
