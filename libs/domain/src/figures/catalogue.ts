import { addFractions } from '../fraction';
import { INDICATORS } from '../indicators/catalogue';
import { countsFacts } from '../indicators/changes';
import type { Dimension, Indicator } from '../indicators/indicator';
import { countsRecords, recordUnits } from '../indicators/records';
import { factsBehind } from './behind';
import { UNKNOWN } from './cell';
import { daysSeries, FIGURE_SHAPE, kindsBehind } from './countables';
import { WHEREABOUTS } from './whereabouts';

/** What a store of figures has to know of them: it takes no rules, only these names. */
export interface FigureCatalogue {
  /** By which rows are made (see `FIGURE_SHAPE`). */
  readonly shape: string;
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** Kinds of fact that a list of an indicator looks at. */
  readonly kindsBehind: typeof kindsBehind;
  /** Series whose units several persons share: each counts once. */
  readonly shared: readonly string[];
  /** The series of closed spells of an indicator that counts days; its units are their days. */
  readonly daysSeries: (indicator: string) => string;
  /** Dimensions of a person that are series of their own. */
  readonly whereabouts: Readonly<Partial<Record<Dimension, keyof typeof WHEREABOUTS>>>;
  readonly unknown: string;
  /** The facts that a unit rests on, the last first. */
  readonly behind: typeof factsBehind;
  /** Whether a rule counts records beside journeys, and what of them. */
  readonly countsRecords: typeof countsRecords;
  readonly recordUnits: typeof recordUnits;
  readonly addFractions: typeof addFractions;
}

export const FIGURE_CATALOGUE: FigureCatalogue = {
  shape: FIGURE_SHAPE,
  indicators: INDICATORS,
  kindsBehind,
  shared: [...INDICATORS.values()]
    .filter(({ rule }) => countsFacts(rule) && ['company', 'site'].includes(rule.units))
    .map(({ key }) => key),
  daysSeries,
  whereabouts: { stage: '#stage', company: '#company', site: '#site' },
  unknown: UNKNOWN,
  behind: factsBehind,
  countsRecords,
  recordUnits,
  addFractions,
};
