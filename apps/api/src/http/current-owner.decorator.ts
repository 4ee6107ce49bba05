import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Response } from 'express';
import { principalOf } from '../auth/principal';

/** Id of who asked: who submits, beside who did what is submitted. */
export const CurrentOwner = createParamDecorator(
  (_: unknown, context: ExecutionContext): string =>
    principalOf(context.switchToHttp().getResponse<Response>()).id,
);
