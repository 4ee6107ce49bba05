import { NETWORK_INDICATORS } from './catalogue/network.indicators';
import { OUTCOME_INDICATORS } from './catalogue/outcome.indicators';
import { PARTICIPATION_INDICATORS } from './catalogue/participation.indicators';
import { PROCESS_INDICATORS } from './catalogue/process.indicators';
import { SHEET_INDICATORS } from './catalogue/sheet.indicators';
import type { Indicator } from './indicator';

/** Every published indicator, by key, in the order of its section. */
export const INDICATORS: ReadonlyMap<string, Indicator> = new Map(
  [
    ...SHEET_INDICATORS,
    ...PARTICIPATION_INDICATORS,
    ...PROCESS_INDICATORS,
    ...OUTCOME_INDICATORS,
    ...NETWORK_INDICATORS,
  ].map((one) => [one.key, one]),
);
