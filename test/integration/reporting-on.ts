import { createAudit } from '@lotse/audit';
import { FIGURE_CATALOGUE } from '@lotse/domain';
import { createAuditStore, createReportingStores } from '@lotse/persistence';
import { createKeyring } from '@lotse/platform';
import { createReporting, type Reporting } from '@lotse/reports';
import { TEST_MASTER_KEY } from '@lotse/testing';
import type { JourneysDatabase } from './journeys/journeys-database';

/** Figures, reports and samples on a database of a test. @param newSalt what hides the units of a report */
export const reportingOn = (
  { application, clock }: Pick<JourneysDatabase, 'application' | 'clock'>,
  newSalt: () => string = () => '00',
): Reporting =>
  createReporting({
    ...createReportingStores(application, FIGURE_CATALOGUE, () => clock.now()),
    audit: createAudit(createAuditStore(application)),
    keys: createKeyring(TEST_MASTER_KEY),
    clock,
    newSalt,
  });
