import {
  isJsonObject,
  TEMPLATES,
  type Context,
  type Day,
  type Fact,
  type JourneyState,
  type Template,
} from '@lotse/domain';
import type { Found } from '../ports/journey-store.port';
import type { KeyringPort } from '../ports/keyring.port';
import { personPlace } from '../secrets/person-place';
import { calendarOf, workingDaysOf } from '../calendar/working-days';
import type { TemplateBook, TemplateSource } from '../templates/template-book';
import { textOf } from '../text-of';
import { dayIn, zoneOf } from '../zone';

/**
 * The journey's own template; before the nomination that of the programme, or any when the programme is unknown: whatever it
 * says, such a command is refused. @throws Error when a journey stands on a template that nobody published
 */
export async function templateOf(
  templates: TemplateBook,
  state: JourneyState,
  { programme }: Found,
  source?: TemplateSource,
): Promise<Template> {
  const id = state.version === 0 ? programme?.template : state.template;
  const template = typeof id === 'string' ? await templates.find(id, source) : [...TEMPLATES.values()][0];
  if (template === undefined)
    throw new Error(`Journey ${state.id} needs template ${textOf(id)}, which is not published here`);
  return template;
}

function bornOn(keyring: KeyringPort, { person }: Found): Day | undefined {
  if (person?.wrappedKey === undefined) return undefined;
  const { id, version, secret, wrappedKey } = person;
  const opened = keyring.open(wrappedKey, id, personPlace(id, version), secret);
  return isJsonObject(opened) && typeof opened.bornOn === 'string' ? opened.bornOn : undefined;
}

export interface ContextParts {
  readonly template: Template;
  /** The one that `migrate-template` names. */
  readonly targetTemplate?: Template;
  readonly now: Date;
  readonly stamp: Context['stamp'];
  readonly keyring: KeyringPort;
  readonly history?: readonly Fact[];
}

/** What a decision may look at, from what was found. */
export function contextOf(
  found: Found,
  { template, targetTemplate, now, stamp, keyring, history }: ContextParts,
): Context {
  const birthday = bornOn(keyring, found);
  const { programme, organisations, agreement, openJourney, previousJourney, otherPlacements, idTakenBy } =
    found;
  return {
    template,
    isWorkingDay: workingDaysOf(calendarOf(programme)),
    today: dayIn(zoneOf(programme), now),
    stamp,
    organisations,
    otherPlacements,
    ...(targetTemplate === undefined ? {} : { targetTemplate }),
    ...(history === undefined ? {} : { history }),
    ...(programme === undefined ? {} : { programme }),
    ...(agreement === undefined ? {} : { agreement }),
    ...(birthday === undefined ? {} : { bornOn: birthday }),
    ...(openJourney === undefined ? {} : { openJourney }),
    ...(previousJourney === undefined ? {} : { previousJourney }),
    ...(idTakenBy === undefined ? {} : { idTakenBy }),
  };
}
