import type {
  JourneyDetail,
  Journeys,
  RecordQuery,
  RecordVersion,
  Sender,
  TimelineEntry,
} from '@lotse/journeys';
import {
  commandsAllowed,
  inboxSightOf,
  journeyFactsOf,
  may,
  reachOf,
  seeFact,
  seeJourney,
  seeRecord,
  visibleFields,
  type JourneyFacts,
  type Principal,
} from '@lotse/policy';

/** A sender with the asker's rights, which the one door holds every command against. */
const as = (principal: Principal, sender: Sender): Sender => ({ ...sender, principal });

const reached = <Value extends object>(value: Value, reach: ReturnType<typeof reachOf>): Value =>
  reach === undefined ? value : { ...value, reach };

function seenDetail(principal: Principal, detail: JourneyDetail): JourneyDetail {
  const facts = journeyFactsOf(detail.state);
  const sight = visibleFields(principal, { kind: 'journey', journey: facts });
  const { state, hidden } = seeJourney(detail.state, sight, facts);
  const allowed: readonly string[] = commandsAllowed(principal, facts);
  // Whose way it is may know what it waits for and from whom, though others take the step.
  const isOwn = principal.grants.some(({ role, person }) => role === 'candidate' && person === facts.person);
  const commands = detail.commands.filter(
    ({ command }) => allowed.includes(command) || (isOwn && command === 'advance'),
  );
  return { ...detail, state, commands, hidden };
}

function seenTimeline(
  principal: Principal,
  facts: JourneyFacts,
  entries: readonly TimelineEntry[],
): TimelineEntry[] {
  const sight = visibleFields(principal, { kind: 'journey', journey: facts });
  return entries.flatMap((entry) => seeFact(entry, sight, facts) ?? []);
}

function seenRecords(
  principal: Principal,
  { type, programme }: Pick<RecordQuery, 'type' | 'programme'>,
  records: readonly RecordVersion[],
): RecordVersion[] {
  const sight = visibleFields(principal, { kind: 'programme', programme });
  return records.flatMap((record) => {
    const body = seeRecord(type, record.body, sight);
    return body === undefined ? [] : [{ ...record, body }];
  });
}

/**
 * The application service as the asker of the running request sees it: what is read is cut to its rows and fields, what is
 * submitted carries its rights. Controllers get this one, so that none of them can forget. @param asker see `asker`
 */
export function seenJourneys(journeys: Journeys, asker: () => Principal): Journeys {
  return {
    ...journeys,
    submit: (body, sender) => journeys.submit(body, as(asker(), sender)),
    preview: (body, sender) => journeys.preview(body, as(asker(), sender)),
    bulk: (commands, options) => journeys.bulk(commands, { ...options, sender: as(asker(), options.sender) }),
    bulkLines: (source, options) =>
      journeys.bulkLines(source, { ...options, sender: as(asker(), options.sender) }),
    undo: (batch, options) => journeys.undo(batch, { ...options, sender: as(asker(), options.sender) }),
    failOrganisation: (failure, options) =>
      journeys.failOrganisation(failure, { ...options, sender: as(asker(), options.sender) }),
    mergePerson: (merge, options) =>
      journeys.mergePerson(merge, { ...options, sender: as(asker(), options.sender) }),
    nominatePerson: (line, options) =>
      journeys.nominatePerson(line, { ...options, sender: as(asker(), options.sender) }),
    nominateLines: (source, options) =>
      journeys.nominateLines(source, { ...options, sender: as(asker(), options.sender) }),
    migrateTemplate: (cohort, options) =>
      journeys.migrateTemplate(cohort, { ...options, sender: as(asker(), options.sender) }),
    listJourneys: (filter) => journeys.listJourneys(reached(filter, reachOf(asker(), 'journey.list'))),
    putRecord: (type, line, sender, terms) => journeys.putRecord(type, line, as(asker(), sender), terms),
    strikeRecord: (striking, sender, terms) => journeys.strikeRecord(striking, as(asker(), sender), terms),
    listRecords: async (query) => {
      const page = await journeys.listRecords(query);
      return { ...page, records: seenRecords(asker(), query, page.records) };
    },
    versionsOfRecord: async (key) => seenRecords(asker(), key, await journeys.versionsOfRecord(key)),
    inbox: (filter) =>
      journeys.inbox({ ...reached(filter, reachOf(asker(), 'inbox.read')), sight: inboxSightOf(asker()) }),
    getJourney: async (id) => {
      const principal = asker();
      const detail = await journeys.getJourney(id);
      return detail === null ? null : seenDetail(principal, detail);
    },
    timeline: async (id) => {
      const principal = asker();
      const facts = await journeys.partiesOf(id);
      const entries = await journeys.timeline(id);
      const subject = facts === null ? undefined : { kind: 'journey' as const, journey: facts };
      if (facts === null || entries === null || !may(principal, 'journey.timeline', subject).ok) return null;
      return seenTimeline(principal, facts, entries);
    },
  };
}
