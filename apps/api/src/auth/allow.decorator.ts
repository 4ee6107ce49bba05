import { SetMetadata } from '@nestjs/common';
import type { Action } from '@lotse/policy';

export const ALLOW = Symbol('Allow');

/** Names the action that a route is; the policy table says who may take it. Every route under /api has one. */
export const Allow = (action: Action): MethodDecorator => SetMetadata(ALLOW, action);
