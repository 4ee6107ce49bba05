import type { JourneyFilter, JourneyRow, StoredJourneyRow } from '../ports/journey-store.port';
import type { TemplateBook } from '../templates/template-book';
import { isOpen } from './is-open';
import type { Reader } from './view-journey';

export interface ListedJourney extends JourneyRow {
  /** True while it has a workflow: people still move it on, or a clock of law outlives that. */
  readonly open: boolean;
}

/** Journeys by id, one page at a time. */
export interface JourneyPage {
  readonly journeys: readonly ListedJourney[];
  /** Give it as `after` for the next page; absent on the last one. */
  readonly next?: string;
}

async function listed(
  templates: TemplateBook,
  { clocked, ...row }: StoredJourneyRow,
): Promise<ListedJourney> {
  const template = await templates.find(row.template);
  return { ...row, open: clocked || (template !== undefined && isOpen(template, row.status, row.stage)) };
}

/** One page of the journeys that a filter lets through. */
export async function listJourneys(
  { journeys, templates }: Reader,
  filter: JourneyFilter,
): Promise<JourneyPage> {
  const found = await journeys.list({ ...filter, limit: filter.limit + 1 });
  const page = await Promise.all(found.slice(0, filter.limit).map((row) => listed(templates, row)));
  const last = page.at(-1);
  return found.length > page.length && last !== undefined
    ? { journeys: page, next: last.id }
    : { journeys: page };
}
