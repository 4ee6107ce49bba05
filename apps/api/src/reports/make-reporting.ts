import type { AuditPort } from '@lotse/audit';
import { FIGURE_CATALOGUE } from '@lotse/domain';
import { createReportingStores } from '@lotse/persistence';
import { createReporting, type Reporting, type RowKeys } from '@lotse/reports';
import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';

const SALT_BYTES = 16;

export const makeReporting = (
  dataSource: DataSource,
  audit: AuditPort,
  keys: RowKeys,
  clock: { now(): Date },
): Reporting =>
  createReporting({
    ...createReportingStores(dataSource, FIGURE_CATALOGUE, () => clock.now()),
    audit,
    keys,
    clock,
    newSalt: () => randomBytes(SALT_BYTES).toString('hex'),
  });
