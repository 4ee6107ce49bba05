import { UseGuards } from '@nestjs/common';
import { MediaTypeGuard } from './media-type.guard';

/** The route takes a JSON body and no other. */
export const JsonBody = (): MethodDecorator => UseGuards(new MediaTypeGuard('application/json'));
