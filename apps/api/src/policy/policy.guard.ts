import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Journeys } from '@lotse/journeys';
import { EVERYTHING, may, reachOf, type Action, type Permission, type Principal } from '@lotse/policy';
import { runWithScope } from '@lotse/persistence';
import type { Request, Response } from 'express';
import { ALLOW } from '../auth/allow.decorator';
import { isOpen } from '../auth/open-routes';
import { principalOf } from '../auth/principal';
import { ID } from '../http/ids';
import { PLAIN_JOURNEYS } from '../ports';
import { fieldsProblem, Problem } from '../problems/problem';

/** Commands are decided at the one door, in their own transaction; emergency access is for journeys of others too, and looks itself. */
const AT_THE_DOOR: readonly Action[] = ['command.submit', 'command.preview', 'emergency.open'];

/** Actions on a whole programme, which the query or body names: who holds only some programmes must name one of them. */
const OF_PROGRAMME: readonly Action[] = [
  'mail.read',
  'mail.manage',
  'template.simulate',
  'template.migrate',
  'projection.verify',
  'record.read',
  'record.write',
  'webhook.add',
  'retention.read',
];

/** Actions on a task, whose journey the body names. */
const OF_TASK: readonly Action[] = ['inbox.snooze', 'inbox.remind'];

/** Paths of documentation and health: nobody's data. Express takes a path in any case of letters, so this does too. */
const isPublic = (path: string): boolean => !/^\/api(?:\/|$)/i.test(path);

const textIn = (values: unknown, name: string): string | undefined => {
  const value: unknown =
    typeof values === 'object' && values !== null ? Reflect.get(values, name) : undefined;
  return typeof value === 'string' ? value : undefined;
};

const notAllowed = (permission: Permission): Problem =>
  new Problem('not-allowed', { detail: permission.ok ? '' : permission.reason });

/** No journey of the id, or none that the asker reaches: the same words, so that nobody learns which. */
const journeyUnknown = (journey: string): Problem =>
  new Problem('journey-unknown', {
    detail: ID.test(journey) ? `There is no journey ${journey}.` : 'There is no journey of that id.',
  });

/**
 * Holds every request against the policy table before anything of it is done. A route without an action is refused: it was
 * forgotten. Rows and fields are cut where they are read (`seenJourneys`); commands are judged at the one door.
 */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(PLAIN_JOURNEYS) private readonly journeys: Journeys,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const { path, method } = request;
    if (isPublic(path) || isOpen(method, path)) return true;
    const action = this.reflector.get<Action | undefined>(ALLOW, context.getHandler());
    const principal = principalOf(context.switchToHttp().getResponse<Response>());
    if (action === undefined)
      throw new Problem('not-allowed', { detail: 'This route names no action, so nobody may take it.' });
    const permission = may(principal, action);
    const emergency =
      principal.emergency !== undefined && principal.emergency.journey === request.params.journey;
    if (!permission.ok && !emergency) throw notAllowed(permission);
    await this.onJourney(principal, action, request);
    onProgramme(principal, action, request);
    onAccount(principal, action, request);
    return true;
  }

  private async onJourney(principal: Principal, action: Action, { params, body }: Request): Promise<void> {
    const journey =
      textIn(params, 'journey') ?? (OF_TASK.includes(action) ? textIn(body, 'journey') : undefined);
    if (journey === undefined || AT_THE_DOOR.includes(action)) return;
    const facts = ID.test(journey)
      ? await runWithScope(EVERYTHING, () => this.journeys.partiesOf(journey))
      : null;
    if (facts === null) throw journeyUnknown(journey);
    const permission = may(principal, action, { kind: 'journey', journey: facts });
    if (permission.ok) return;
    throw permission.because === 'unrelated' ? journeyUnknown(journey) : notAllowed(permission);
  }
}

function onProgramme(principal: Principal, action: Action, { query, body, params }: Request): void {
  if (!OF_PROGRAMME.includes(action)) return;
  const reach = reachOf(principal, action);
  if (reach === undefined) return;
  // The address comes first: what is done is done to that one.
  const programme = textIn(params, 'programme') ?? textIn(query, 'programme') ?? textIn(body, 'programme');
  if (programme === undefined)
    throw fieldsProblem([
      { field: 'programme', remedy: 'Name one of your programmes: you do not hold all of them.' },
    ]);
  if (!reach.programmes.includes(programme))
    throw new Problem('programme-unknown', {
      detail: `There is no programme ${programme}: check the id, or import it first.`,
    });
}

/** Whose deputies they are: one's own, unless one manages accounts. */
function onAccount(principal: Principal, action: Action, { query, body, params }: Request): void {
  if (action !== 'deputy.manage' || may(principal, 'account.manage').ok) return;
  const named = [textIn(query, 'account'), textIn(body, 'account'), textIn(params, 'account')];
  const account = named.find((name) => name !== undefined);
  if (account === principal.id || (account === undefined && textIn(query, 'deputy') === principal.id)) return;
  throw new Problem('not-allowed', { detail: 'Deputies of other accounts are not yours to see or change.' });
}
