import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Response } from 'express';
import { ownerOf } from '../auth/require-token';

/** Id of the owner of the request's token: who submits, beside who did what is submitted. */
export const CurrentOwner = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  ownerOf(context.switchToHttp().getResponse<Response>()),
);
