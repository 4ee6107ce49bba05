import type { JourneyStore, LookUp } from '../ports/journey-store.port';

/** An action is about something that nobody has recorded: nothing was done. */
export class UnknownRecordError extends Error {
  override readonly name = 'UnknownRecordError';
  readonly code = 'reference-unknown';
  constructor(
    readonly type: 'organisation' | 'person' | 'programme',
    readonly id: string,
  ) {
    super(`There is no ${type} ${id}: import its record first, or look for another spelling`);
  }
}

const NOTHING: LookUp = {
  commandId: '',
  journeyId: '',
  organisations: [],
  spansPerson: false,
  needsPerson: false,
};

/** Before an action over many journeys: without a journey to do it to, a wrong id would look like success. @throws UnknownRecordError */
export async function mustBeRecorded(
  journeys: JourneyStore,
  type: UnknownRecordError['type'],
  id: string,
): Promise<void> {
  const found = await journeys.look({
    ...NOTHING,
    ...(type === 'organisation' ? { organisations: [id] } : { [type]: id }),
    needsPerson: type === 'person',
  });
  const known = type === 'organisation' ? found.organisations[id] : found[type];
  if (known === undefined) throw new UnknownRecordError(type, id);
}
