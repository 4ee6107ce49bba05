import type { SheetReader } from '@lotse/domain';
import type { KeyringPort } from '@lotse/journeys';
import { createSheetContentReader } from '@lotse/persistence';
import { createSheets, type Reporting, type Sheets, type SheetWriters } from '@lotse/reports';
import { createTypstSheets } from '@lotse/typst';
import { createXlsxSheets } from '@lotse/xlsx';
import type { DataSource } from 'typeorm';

/** What makes files of sheets. */
export const sheetWriters = (): SheetWriters => ({ pdf: createTypstSheets(), xlsx: createXlsxSheets() });

/** Sheets to be printed, on the database of the API. */
export const makeDocuments = (
  dataSource: DataSource,
  keyring: Pick<KeyringPort, 'open'>,
  sheets: SheetReader,
  reporting: Pick<Reporting, 'reports' | 'figures' | 'aims'>,
): Sheets =>
  createSheets({
    sheets,
    contents: createSheetContentReader(dataSource, keyring),
    lockOf: (scope) => reporting.reports.lockOf(scope),
    figuresOf: (query, sight) => reporting.figures.ask(query, sight),
    aimsOf: (scope) => reporting.aims(scope),
  });
