import { errorCode } from '@lotse/platform';
import { sheetFile, type SheetDocumentQuery, type SheetFile, type SheetFormat } from '@lotse/reports';
import { createTypstSheets } from '@lotse/typst';
import { createXlsxSheets } from '@lotse/xlsx';
import { writeFile } from 'node:fs/promises';
import { CliError } from '../cli-error';
import { onDatabase } from '../lotse/on-database';
import type { Lotse } from '../lotse/open-lotse';
import type { HomeOption } from '../lotse/settings';
import { print, remark } from '../output/print';
import { answered } from './answered';

/** A printed sheet as a file of a format; the shell on the server sees all of it. */
export async function sheetFileOf(
  { documents }: Pick<Lotse, 'documents'>,
  query: SheetDocumentQuery,
  format: SheetFormat,
): Promise<SheetFile> {
  const document = answered(await documents.document(query, 'persons'));
  return sheetFile(document, format, { pdf: createTypstSheets(), xlsx: createXlsxSheets() });
}

/** Writes a printed sheet: to `out`, to standard output (`-`), or under its own name into this folder. */
export async function printFile(
  home: HomeOption,
  query: SheetDocumentQuery,
  format: SheetFormat,
  out: string | undefined,
): Promise<void> {
  const { content, name } = await onDatabase(home, (lotse) => sheetFileOf(lotse, query, format));
  if (out === '-') return print(content);
  const file = out ?? name;
  await saveFile(file, content);
  await remark(`Written: ${file}`);
}

/** @throws CliError `file-unwritable` */
export async function saveFile(file: string, content: Buffer): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    const message = `Cannot write ${file} (${errorCode(error) ?? 'unknown reason'}). Name a file in a folder that exists.`;
    throw new CliError('file-unwritable', message, undefined, { cause: error });
  }
}
