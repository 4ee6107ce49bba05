import type { SheetAnswer, SheetQuery, SheetReader, SheetScope } from '@lotse/domain';
import type { Sight } from '../figures/figure-query';
import type { Aim } from '../ports/programme-reader.port';
import type { SheetContentReader } from '../ports/sheet-content.port';
import { composeSheet } from './compose-sheet';
import type { SheetDocument, SheetForm, SheetLanguage, SheetLock } from './sheet-document';
import { sheetNumbers } from './sheet-numbers';

export interface SheetsParts {
  readonly sheets: SheetReader;
  readonly contents: SheetContentReader;
  /** The report whose moment it is. */
  lockOf(scope: SheetScope): Promise<SheetLock>;
  /** Targets and baselines by figure. */
  aimsOf(scope: SheetScope): Promise<ReadonlyMap<string, readonly Aim[]>>;
}

export interface SheetDocumentQuery extends SheetQuery {
  readonly form: SheetForm;
  readonly language: SheetLanguage;
}

/** Sheets to be printed, sent and pulled. */
export interface Sheets {
  /** @param sight without sight of persons numbers come suppressed and quotes stay out */
  document(query: SheetDocumentQuery, sight: Sight): Promise<SheetAnswer<SheetDocument>>;
}

export const createSheets = ({ sheets, contents, lockOf, aimsOf }: SheetsParts): Sheets => ({
  async document({ form, language, ...query }, sight) {
    const answer = await sheets.sheet(query);
    if (!answer.ok) return answer;
    const { programme, asOf, knownAt } = answer.value;
    const scope = { programme, asOf, knownAt };
    const content = await contents.content(scope, { quotes: sight === 'persons' && form === 'project' });
    const [lock, aims] = [await lockOf(scope), await aimsOf(scope)];
    const counted = sheetNumbers(answer.value, sight);
    const parts = { form, language, scope, content, counted, lock, aims, sight };
    return { ok: true, value: composeSheet(parts) };
  },
});
