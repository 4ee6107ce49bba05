import { INDICATORS, sheetTable, type Day, type Instant, type Sheet, type SheetScope } from '@lotse/domain';
import type { Sight } from '../figures/figure-query';
import { isPublished } from '../suppression/open-figures';

/** One figure of the sheet; `exact` null: suppressed. */
export interface CountedFigure {
  readonly exact: string | null;
  readonly shown: string;
  readonly asOf: Day;
  readonly knownAt: Instant;
}

const isOpen = (key: string): boolean => {
  const indicator = INDICATORS.get(key);
  return indicator !== undefined && isPublished(indicator);
};

/**
 * The sheet's numbers as the asker may see them, whatever file they end up in. Totals that a programme publishes of itself stand on
 * every sheet (docs/adr/0014); any other is for those who may see the persons behind it.
 */
export const sheetNumbers = (
  { sheet, asOf, knownAt }: SheetScope & { readonly sheet: Sheet },
  sight: Sight,
): ReadonlyMap<string, CountedFigure> =>
  new Map(
    sheetTable(sheet).map(({ figure, exact, shown }) => [
      figure,
      sight === 'persons' || isOpen(figure)
        ? { exact, shown, asOf, knownAt }
        : { exact: null, shown: '', asOf, knownAt },
    ]),
  );
