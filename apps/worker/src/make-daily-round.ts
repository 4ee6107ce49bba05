import { createAudit } from '@lotse/audit';
import { createAuditStore } from '@lotse/persistence';
import { createKeyring, type WorkerConfig } from '@lotse/platform';
import { createDailyRound, type DailyRound, type Privacy } from '@lotse/privacy';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { createAnnouncements } from './announcements';
import { createHeadFile } from './head-file';

/** The daily round as the installation wants it. */
export const makeDailyRound = (
  config: WorkerConfig,
  dataSource: DataSource,
  { retention }: Pick<Privacy, 'retention'>,
): DailyRound =>
  createDailyRound({
    retention,
    audit: createAudit(createAuditStore(dataSource)),
    announcements: createAnnouncements(dataSource, createKeyring(config.LOTSE_MASTER_KEY), () => new Date()),
    headFile: createHeadFile(join(config.LOTSE_HOME, 'audit-heads.txt')),
    settings: {
      automatic: config.LOTSE_RETENTION === 'automatic',
      leads: config.LOTSE_PRIVACY_MAIL,
      headKeepers: config.LOTSE_AUDIT_MAIL,
      language: config.LOTSE_NOTICE_LANGUAGE,
    },
  });
