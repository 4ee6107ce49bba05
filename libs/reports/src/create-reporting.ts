import type { SheetScope } from '@lotse/domain';
import type { RecordingParts } from './asker';
import { compareFigures, type Comparison, type CompareQuery } from './compare/compare-figures';
import { unitsOf, type ProvedUnits, type UnitsQuery } from './figures/evidence';
import type { FigureAnswer, Sight } from './figures/figure-query';
import { Figures } from './figures/figures';
import { Reports } from './lock/reports';
import type { FactReader } from './ports/fact-reader.port';
import type { FigureStore } from './ports/figure-store.port';
import type { Aim, ProgrammeReader } from './ports/programme-reader.port';
import type { ReportStore } from './ports/report-store.port';
import type { RowKeys } from './ports/row-keys.port';
import type { SampleStore } from './ports/sample-store.port';
import type { RedactionStore } from './ports/redaction-store.port';
import { Redactions } from './redaction/redactions';
import { Samples } from './sample/samples';

export interface ReportingParts extends RecordingParts {
  readonly store: FigureStore;
  readonly programmes: ProgrammeReader;
  readonly facts: FactReader;
  readonly reports: ReportStore;
  readonly samples: SampleStore;
  readonly redactions: RedactionStore;
  /** Seal words that were said of drawn units. */
  readonly keys: RowKeys;
  /** Unguessable, in hex. */
  readonly newSalt: () => string;
}

/** Figures, what stands behind them, reports that lock them and samples that check them. */
export interface Reporting {
  readonly figures: Figures;
  readonly reports: Reports;
  readonly samples: Samples;
  /** Pictures of documents for auditors' rooms. */
  readonly redactions: Redactions;
  /** One programme, one day, one instant. */
  resolve: ProgrammeReader['resolve'];
  /** Targets and baselines by indicator, as they were known then. */
  aims(scope: SheetScope): Promise<ReadonlyMap<string, readonly Aim[]>>;
  units(query: UnitsQuery): Promise<FigureAnswer<ProvedUnits>>;
  compare(query: CompareQuery, sight: Sight): Promise<FigureAnswer<Comparison>>;
}

export function createReporting(parts: ReportingParts): Reporting {
  const figures = new Figures(parts);
  return {
    figures,
    reports: new Reports({ ...parts, figures }),
    samples: new Samples(parts),
    redactions: new Redactions(parts),
    resolve: (query) => parts.programmes.resolve(query),
    aims: ({ programme, knownAt }) => parts.programmes.aims(programme, knownAt),
    units: (query) => unitsOf(parts, query),
    compare: (query, sight) => compareFigures({ ...parts, figures }, query, sight),
  };
}
