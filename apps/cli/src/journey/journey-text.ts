import type { JourneyDetail, TimelineEntry } from '@lotse/journeys';
import { table } from '../output/table';

/** A journey for people: ids, days and codes; free text stays in the database. */
export function journeyText(journey: JourneyDetail, timeline: readonly TimelineEntry[]): string {
  const { id, programme, person, template, stage, phase, status, version } = journey;
  const next = journey.commands.map(({ command, about, by, unmet }) => [
    about === undefined ? command : `${command} ${about}`,
    by.join(', '),
    unmet.map(({ guard, who }) => `${guard} (${who.join(', ')})`).join('; '),
  ]);
  const facts = timeline.map((fact) => [
    String(fact.version),
    fact.happenedOn,
    fact.kind,
    fact.by.role,
    fact.by.organisation ?? '',
    fact.commandId,
    noteOn(fact),
  ]);
  return [
    `Journey ${id}: stage ${stage} (${phase}), ${status}, version ${version}\n`,
    `Person ${person} in programme ${programme}, template ${template}\n`,
    '\nWhat can be done next\n\n',
    table(['command', 'by', 'still needed'], next),
    '\nWhat has happened\n\n',
    table(['version', 'on', 'what', 'by', 'of', 'command', 'note'], facts),
  ].join('');
}

function noteOn({ supersededBy, correction }: TimelineEntry): string {
  const corrects = correction === undefined ? [] : [`supersedes ${correction.supersedes}`];
  const corrected = supersededBy === undefined ? [] : [`superseded by ${supersededBy}`];
  return [...corrects, ...corrected].join(', ');
}
