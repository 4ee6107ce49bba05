import {
  INDICATORS,
  type SheetAnswer,
  type SheetQuery,
  type SheetReader,
  type SheetScope,
} from '@lotse/domain';
import type { FigureTable } from '../figures/figure-line';
import type { FigureAnswer, FigureQuery, Sight } from '../figures/figure-query';
import type { Aim } from '../ports/programme-reader.port';
import type { SheetContentReader } from '../ports/sheet-content.port';
import { composeSheet } from './compose-sheet';
import type { SheetDocument, SheetForm, SheetLanguage, SheetLock } from './sheet-document';
import { sheetNumbers, type CountedFigure } from './sheet-numbers';

export interface SheetsParts {
  readonly sheets: SheetReader;
  readonly contents: SheetContentReader;
  /** The report whose moment it is. */
  lockOf(scope: SheetScope): Promise<SheetLock>;
  /** Counts other indicators at the sheet's moment, as the asker may see them. */
  figuresOf(query: FigureQuery, sight: Sight): Promise<FigureAnswer<FigureTable>>;
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

/** Indicators that are on no sheet by themselves. What is told at releases alone says of which day it is. */
async function further(
  indicators: readonly string[],
  { figuresOf, ...scope }: SheetScope & Pick<SheetsParts, 'figuresOf'>,
  sight: Sight,
): Promise<readonly (readonly [string, CountedFigure])[]> {
  if (indicators.length === 0) return [];
  const answer = await figuresOf({ ...scope, indicators }, sight);
  if (!answer.ok) throw new Error(`Figures of a sheet's own moment were refused: ${answer.problem.code}`);
  return answer.value.lines
    .filter(({ state }) => state !== 'none')
    .map(({ indicator, value, shown, asOf, knownAt }) => [indicator, { exact: value, shown, asOf, knownAt }]);
}

export const createSheets = ({ sheets, contents, lockOf, figuresOf, aimsOf }: SheetsParts): Sheets => ({
  async document({ form, language, ...query }, sight) {
    const answer = await sheets.sheet(query);
    if (!answer.ok) return answer;
    const { programme, asOf, knownAt } = answer.value;
    const scope = { programme, asOf, knownAt };
    const content = await contents.content(scope, { quotes: sight === 'persons' && form === 'project' });
    const [lock, aims] = [await lockOf(scope), await aimsOf(scope)];
    const own = sheetNumbers(answer.value, sight);
    const others = [...aims.keys()].filter((key) => !own.has(key) && INDICATORS.has(key));
    const counted = new Map([...own, ...(await further(others, { ...scope, figuresOf }, sight))]);
    const parts = { form, language, scope, content, counted, lock, aims, sight };
    return { ok: true, value: composeSheet(parts) };
  },
});
