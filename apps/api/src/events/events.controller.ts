import { AsyncLocalStorage } from 'node:async_hooks';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Journeys } from '@lotse/journeys';
import { may, type Principal } from '@lotse/policy';
import type { Logger } from '@lotse/platform';
import type { Request, Response } from 'express';
import { ACCOUNT_DOOR } from '../accounts/account-door.token';
import type { AccountDoor } from '../accounts/account-door';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { identityOf } from '../auth/principal';
import { Draining } from '../draining';
import { ApiEvents } from '../openapi/operations/cohort.operations';
import { CHANGES, LOGGER, PLAIN_JOURNEYS } from '../ports';
import { Problem } from '../problems/problem';
import type { ChangeFeed } from './change-feed';
import { EventStream } from './event-stream';

const BEAT_MS = 20_000;
/** Roles and days are looked at anew with each answer, so none goes on for longer. */
const WHOLE_MS = 600_000;
/** Streams that one process holds open. */
const MOST = 500;

/** Tells browsers that something they show has changed: ids and no more, each only to whoever may read it. */
@Controller('api/v1/events')
export class EventsController {
  constructor(
    @Inject(CHANGES) private readonly changes: ChangeFeed,
    @Inject(PLAIN_JOURNEYS) private readonly journeys: Journeys,
    @Inject(ACCOUNT_DOOR) private readonly door: AccountDoor,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly draining: Draining,
  ) {}

  @Get()
  @Allow('event.watch')
  @ApiEvents()
  watch(@CurrentPrincipal() principal: Principal, @Req() request: Request, @Res() response: Response): void {
    if (this.changes.size >= MOST)
      throw new Problem('too-many-requests', {
        detail: 'Too many pages watch for changes; ask again later.',
      });
    const session = identityOf(response)?.session;
    // What is looked up later, when something changes elsewhere, is looked up in the scope of this request.
    const here = AsyncLocalStorage.snapshot();
    const stream = new EventStream({
      write: (text) => void response.write(text),
      end: () => response.end(),
      readable: (ids) => here(() => this.readable(principal, ids)),
      holds: async () =>
        session === undefined ||
        (await here(() => this.door.accounts.own.sessions(session))).some(({ id }) => id === session.id),
    });
    response.status(200).setHeader('Content-Type', 'text/event-stream').setHeader('X-Accel-Buffering', 'no');
    response.write('retry: 5000\n\n');
    const fail = (error: unknown): void => {
      this.logger.warn({ err: error }, 'events stopped');
      response.end();
    };
    const stop = this.changes.subscribe((change) => void stream.hear(change).catch(fail));
    const beat = setInterval(() => void stream.beat().catch(fail), BEAT_MS);
    const whole = setTimeout(() => response.end(), WHOLE_MS);
    const end = (): void => void response.end();
    this.draining.signal.addEventListener('abort', end);
    request.once('close', () => {
      stop();
      clearInterval(beat);
      clearTimeout(whole);
      this.draining.signal.removeEventListener('abort', end);
    });
  }

  /** Row-level security shows the journey, and the policy lets it be read. */
  private async readable(principal: Principal, ids: readonly string[]): Promise<string[]> {
    const seen: string[] = [];
    for (const id of ids) {
      const journey = await this.journeys.partiesOf(id);
      if (journey !== null && may(principal, 'journey.read', { kind: 'journey', journey }).ok) seen.push(id);
    }
    return seen;
  }
}
