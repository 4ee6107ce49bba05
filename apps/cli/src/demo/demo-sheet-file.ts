import { join } from 'node:path';
import type { Lotse } from '../lotse/open-lotse';
import { saveFile, sheetFileOf } from '../sheet/print-file';
import type { ExpectedSheets } from './demo-sheets';

/** Writes the last expected sheet as PDF into the data folder. Answers where it is, in words. */
export async function demoSheetFile(
  lotse: Pick<Lotse, 'documents' | 'settings'>,
  { programme, sheets }: ExpectedSheets,
): Promise<string> {
  const asOf = sheets.at(-1)?.asOf;
  const query = {
    programme,
    form: 'project',
    language: 'de',
    ...(asOf === undefined ? {} : { asOf }),
  } as const;
  const { content, name } = await sheetFileOf(lotse, query, 'pdf');
  const file = join(lotse.settings.home, name);
  await saveFile(file, content);
  return `As PDF: ${file}\n`;
}
