import type { Condition, Dimension, Indicator, Pattern, Rule } from '../indicator';
import type { Words } from '../../words';

const PEOPLE: readonly Dimension[] = ['university', 'company', 'gender', 'age-band', 'country', 'cohort'];

export const words = (de: string, en: string): Words => ({ de, en });

/** Key, label, definition, rule, evidence, and time where it is no state. */
export type Row = readonly [
  key: string,
  label: Words,
  definition: Words,
  rule: Rule,
  evidence: string,
  time?: Indicator['time'],
];

/** An indicator of domain.md §4.2; what counts persons can be split by who they are. */
export const indicator = (
  section: Indicator['section'],
  [key, label, definition, rule, evidence, time = 'state']: Row,
): Indicator => ({
  key,
  version: 1,
  section,
  label,
  definition,
  time,
  rule,
  splits: 'units' in rule && rule.units === 'person' ? PEOPLE : [],
  evidence,
  source: 'domain.md §4.2',
});

export const has = (kind: string, where: Pattern['where'] = {}): Condition => ({ has: { kind, where } });
export const persons = (where: Condition): Rule => ({ units: 'person', where });
/** One indicator in per cent of another. */
export const share = (of: string, to: string): Rule => ({ ratio: { of, to } });
