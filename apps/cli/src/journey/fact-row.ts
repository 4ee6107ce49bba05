import { commandRule, type Field, type Json } from '@lotse/domain';
import type { TimelineEntry } from '@lotse/journeys';

/** Free text is sealed in the database; here it is shown when it is asked for. */
const isText = (field: Field | undefined): boolean =>
  field?.kind === 'text' || (field?.kind === 'list' && isText(field.of));

const valueText = (value: Json | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null).replaceAll('"', '');

function dataText({ kind, data, correction }: TimelineEntry, withText: boolean): string {
  const fields = commandRule(kind)?.fields ?? {};
  const reason = withText ? correction?.reason : undefined;
  return [
    ...[...new Set([...Object.keys(fields), ...Object.keys(data)])]
      .filter((name) => data[name] !== undefined && (withText || !isText(fields[name])))
      .map((name) => `${name} ${valueText(data[name])}`),
    ...(reason === undefined ? [] : [`reason of the correction ${reason}`]),
  ].join(', ');
}

function noteOn({ supersededBy, correction, packAssumed, rulePack }: TimelineEntry): string {
  const struck = correction?.struck === true ? 'strikes' : 'supersedes';
  return [
    ...(correction === undefined ? [] : [`${struck} ${correction.supersedes}`]),
    ...(supersededBy === undefined ? [] : [`superseded by ${supersededBy}`]),
    ...(rulePack === undefined ? [] : [packAssumed === true ? `${rulePack} assumed` : rulePack]),
  ].join(', ');
}

export const FACT_HEAD = ['version', 'on', 'what', 'by', 'of', 'command', 'note', 'data'];

/** One fact as cells of the timeline. */
export const factRow = (fact: TimelineEntry, withText: boolean): string[] => [
  String(fact.version),
  fact.happenedOn,
  fact.kind,
  fact.by.role,
  fact.by.organisation ?? '',
  fact.commandId,
  noteOn(fact),
  dataText(fact, withText),
];
