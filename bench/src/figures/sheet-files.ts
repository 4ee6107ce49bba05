import { createAudit } from '@lotse/audit';
import { FIGURE_CATALOGUE, type Day } from '@lotse/domain';
import {
  createAuditStore,
  createCountedSheetReader,
  createReportingStores,
  createSheetContentReader,
} from '@lotse/persistence';
import { createReporting, createSheets, sheetFile, type SheetFormat } from '@lotse/reports';
import { createTypstSheets } from '@lotse/typst';
import { createXlsxSheets } from '@lotse/xlsx';
import type { DataSource } from 'typeorm';
import { PROGRAMME, type FiguresHome } from './figures-home';

/** Makes a sheet of a day as a file, as the API does for whoever sees persons. */
export function sheetFiles(
  database: DataSource,
  keyring: FiguresHome['keyring'],
): (format: SheetFormat, asOf: Day) => Promise<unknown> {
  const clock = { now: () => new Date() };
  const reporting = createReporting({
    ...createReportingStores(database, FIGURE_CATALOGUE, clock.now),
    audit: createAudit(createAuditStore(database)),
    keys: keyring,
    clock,
    newSalt: () => 'bench',
  });
  const sheets = createSheets({
    sheets: createCountedSheetReader(database, FIGURE_CATALOGUE, clock.now),
    contents: createSheetContentReader(database, keyring),
    lockOf: (scope) => reporting.reports.lockOf(scope),
    figuresOf: (query, sight) => reporting.figures.ask(query, sight),
    aimsOf: (scope) => reporting.aims(scope),
  });
  const writers = { pdf: createTypstSheets(), xlsx: createXlsxSheets() };
  return async (format, asOf) => {
    const query = { programme: PROGRAMME, asOf, form: 'project', language: 'de' } as const;
    const document = await sheets.document(query, 'persons');
    if (!document.ok) throw new Error(`No sheet: ${document.problem.code}`);
    return sheetFile(document.value, format, writers);
  };
}
