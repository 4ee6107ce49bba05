import { dayInBerlin } from '@lotse/domain';
import { inForce, may, rowScopeOf, type Principal } from '@lotse/policy';
import { runWithScope } from '@lotse/persistence';
import type { NextFunction, Request, Response } from 'express';
import { isOpen } from '../auth/open-routes';
import { admit, principalOf } from '../auth/principal';
import { runAs } from './asker';

/** Emergency access that an account has open to a journey now. */
export type OpenEmergency = (account: string, journey: string, now: Date) => Promise<Principal['emergency']>;

/** The journey that a file belongs to, whoever asks. */
export type JourneyOfFile = (file: string) => Promise<string | undefined>;

const JOURNEY = /^\/v1\/journeys\/([A-Za-z0-9._-]{1,64})(?:\/|$)/;
const FILE = /^\/v1\/files\/([A-Za-z0-9._-]{1,64})(?:\/|$)/;

/**
 * Everything of a request, from here on, is done for its principal as it is in force now: in the scope of the rows that it reaches,
 * and with emergency access where one is open to the journey that is asked for. Open routes go on as they are.
 */
export const enter =
  (now: () => Date, openEmergency: OpenEmergency, journeyOfFile: JourneyOfFile) =>
  async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    if (isOpen(request.method, request.baseUrl + request.path)) {
      next();
      return;
    }
    const at = now();
    const moment = { today: dayInBerlin(at), now: at.toISOString() };
    const held = inForce(principalOf(response), moment);
    const emergency =
      request.method === 'GET' && may(held, 'emergency.open').ok ? await openedFor(held.id) : undefined;
    const principal = emergency === undefined ? held : { ...held, emergency };
    admit(response, principal);
    runWithScope(rowScopeOf(principal), () => runAs(principal, next));

    async function openedFor(account: string): Promise<Principal['emergency']> {
      const file = FILE.exec(request.path)?.[1];
      const journey = file === undefined ? JOURNEY.exec(request.path)?.[1] : await journeyOfFile(file);
      return journey === undefined ? undefined : openEmergency(account, journey, at);
    }
  };
