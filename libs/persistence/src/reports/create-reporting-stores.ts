import type { FigureCatalogue } from '@lotse/domain';
import type { ReportingParts } from '@lotse/reports';
import type { DataSource } from 'typeorm';
import { createFigureStore } from '../figures/figure.store';
import { createFactReader } from './fact.reader';
import { createProgrammeReader } from './programme.reader';
import { createRedactionStore } from './redaction.store';
import { createReportStore } from './report.store';
import { createSampleStore } from './sample.store';

/** The stores that libs/reports asks for, on one database. @param now the moment that the defaults of questions mean */
export const createReportingStores = (
  dataSource: DataSource,
  catalogue: FigureCatalogue,
  now: () => Date,
): Omit<ReportingParts, 'audit' | 'clock' | 'keys' | 'newSalt'> => ({
  store: createFigureStore(dataSource, catalogue),
  programmes: createProgrammeReader(dataSource, now),
  facts: createFactReader(dataSource),
  reports: createReportStore(dataSource),
  samples: createSampleStore(dataSource),
  redactions: createRedactionStore(dataSource),
});
