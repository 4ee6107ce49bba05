import type { Context, JourneyState, Template } from '@lotse/domain';
import type { ClockPort } from '../ports/clock.port';
import type { JourneyStore } from '../ports/journey-store.port';
import type { KeyringPort } from '../ports/keyring.port';
import type { TemplateBook } from '../templates/template-book';
import { contextOf, templateOf } from '../submit/context-of';
import { dayIn, zoneOf } from '../zone';
import { standing } from './standing';

export interface Reader {
  readonly journeys: JourneyStore;
  readonly keyring: KeyringPort;
  readonly clock: ClockPort;
  readonly templates: TemplateBook;
}

/** A journey with everything that the pure functions of the domain need to look at it. */
export interface ViewedJourney {
  readonly state: JourneyState;
  readonly template: Template;
  readonly context: Context;
  readonly zone: string;
}

/** Reads a journey as of now, without a lock; undefined when there is none of the id. */
export async function viewJourney(
  { journeys, keyring, templates }: Reader,
  journeyId: string,
  now: Date,
): Promise<ViewedJourney | undefined> {
  const found = await journeys.look({
    commandId: '',
    journeyId,
    organisations: [],
    spansPerson: true,
    needsPerson: true,
  });
  if (found.journey === undefined) return undefined;
  const state = await standing(found, journeyId, () => journeys.facts(journeyId));
  const template = await templateOf(templates, state, found);
  const zone = zoneOf(found.programme);
  const at = now.toISOString();
  const stamp = {
    recordedAt: at,
    insertedAt: at,
    insertedOn: dayIn(zone, now),
    submittedBy: '',
    imported: false,
  };
  return { state, template, zone, context: contextOf(found, { template, now, stamp, keyring }) };
}
