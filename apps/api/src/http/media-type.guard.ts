import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '../problems/problem';

/** Lets requests through whose body has this media type; parameters such as a charset are left to the body's reader. */
export class MediaTypeGuard implements CanActivate {
  constructor(private readonly mediaType: string) {}

  canActivate(context: ExecutionContext): boolean {
    const given = context.switchToHttp().getRequest<Request>().headers['content-type'];
    if (given?.split(';')[0]?.trim().toLowerCase() === this.mediaType) return true;
    throw new Problem('media-type-unsupported', {
      detail: `Send the body as Content-Type: ${this.mediaType}.`,
    });
  }
}
