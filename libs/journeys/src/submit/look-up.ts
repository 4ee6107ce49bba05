import { commandRule, isJsonObject, type Command } from '@lotse/domain';
import type { LookUp } from '../ports/journey-store.port';

/** Guards that compare with the person's other journeys: commands that have one wait for each other. */
const ACROSS_JOURNEYS: readonly string[] = ['no-open-journey', 'within-full-time', 'agreement-lawful'];

const ID = /^[A-Za-z0-9._-]{1,64}$/;

/** A correction may put another company in the place of the one that the journey knows. */
function changedCompany({ command, data }: Command): string | undefined {
  const changes = command === 'correct' && isJsonObject(data.data) ? data.data : {};
  return typeof changes.company === 'string' && ID.test(changes.company) ? changes.company : undefined;
}

/** What must be read to decide a command, by the fields and guards of its rule. What is no id is left to the domain to refuse. */
export function lookUpOf(command: Command): LookUp {
  const rule = commandRule(command.command);
  const named: Record<string, string[]> = {
    organisation: command.by.organisation === undefined ? [] : [command.by.organisation],
  };
  for (const [name, field] of Object.entries(rule?.fields ?? {})) {
    const value = command.data[name];
    if (field.kind === 'id' && typeof value === 'string' && ID.test(value))
      (named[field.of] ??= []).push(value);
  }
  const corrected = changedCompany(command);
  if (corrected !== undefined) (named.organisation ??= []).push(corrected);
  const first = (kind: string): Record<string, string> => {
    const [id] = named[kind] ?? [];
    return id === undefined ? {} : { [kind]: id };
  };
  return {
    commandId: command.id,
    journeyId: command.journey,
    organisations: named.organisation ?? [],
    ...first('programme'),
    ...first('person'),
    ...first('agreement'),
    ...first('placement'),
    ...first('contract'),
    spansPerson: rule?.guards?.some((guard) => ACROSS_JOURNEYS.includes(guard)) ?? false,
    needsPerson: named.person !== undefined,
  };
}
