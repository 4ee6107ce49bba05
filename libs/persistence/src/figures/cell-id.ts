import type { FigureCell } from '@lotse/domain';
import { createHash } from 'node:crypto';

/** Columns of a cell, as they stand in its table. */
export const CELL_COLUMNS = {
  university: 'university',
  gender: 'gender',
  ageBand: 'age_band',
  country: 'country',
  cohort: 'cohort',
  company: 'company',
  site: 'site',
} as const satisfies Record<keyof FigureCell, string>;

/** The id of a cell, made from its values: 64 bits of their digest, so that nobody has to look it up. */
export const cellId = (cell: FigureCell): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.keys(CELL_COLUMNS).map((dimension) => cell[dimension as keyof FigureCell])))
    .digest()
    .readBigInt64BE()
    .toString();
