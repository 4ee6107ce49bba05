import { documentCsv } from './document-csv';
import type { SheetDocument, SheetWriter } from './sheet-document';

export const SHEET_FORMATS = ['pdf', 'xlsx', 'csv', 'json'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** A sheet ready to be sent or saved. */
export interface SheetFile {
  readonly content: Buffer;
  readonly mediaType: string;
  /** Letters, digits, dots and dashes alone. */
  readonly name: string;
}

/** What makes the files of a binary format. */
export interface SheetWriters {
  readonly pdf: SheetWriter;
  readonly xlsx: SheetWriter;
}

const MEDIA_TYPES: Readonly<Record<SheetFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Spreadsheets take text for UTF-8 with this mark alone. */
const BYTE_ORDER_MARK = '\uFEFF';

function contentOf(document: SheetDocument, format: SheetFormat, writers: SheetWriters): Promise<Buffer> {
  switch (format) {
    case 'csv':
      return Promise.resolve(Buffer.from(BYTE_ORDER_MARK + documentCsv(document)));
    case 'json':
      return Promise.resolve(Buffer.from(`${JSON.stringify(document, null, 2)}\n`));
    case 'pdf':
    case 'xlsx':
      return writers[format].write(document);
  }
}

/** A sheet as a file of a format. The same sheet gives the same bytes, but for the moment that XLSX files carry. */
export async function sheetFile(
  document: SheetDocument,
  format: SheetFormat,
  writers: SheetWriters,
): Promise<SheetFile> {
  const name = `${document.form === 'alliance' ? 'alliance' : 'sheet'}-${document.programme}-${document.asOf}.${format}`;
  return { content: await contentOf(document, format, writers), mediaType: MEDIA_TYPES[format], name };
}
