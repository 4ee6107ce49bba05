import { remark } from '../output/print';
import type { Settings } from './settings';

/** True on a machine where nobody named a scanner or said what happens without one. */
const isSilent = ({ config, env }: Settings): boolean =>
  config.CLAMD_ADDRESS === undefined && env['LOTSE_OPEN_UNSCANNED_FILES'] === undefined;

/** Whether files open here that no scanner has seen. */
export const opensUnscanned = (settings: Settings): boolean =>
  settings.config.LOTSE_OPEN_UNSCANNED_FILES || isSilent(settings);

/** On one machine without a malware scanner files open all the same; said aloud by `remarkUnscanned`. */
export const unscannedVariables = (settings: Settings): Readonly<Record<string, string>> =>
  isSilent(settings) ? { LOTSE_OPEN_UNSCANNED_FILES: 'true' } : {};

/** Says that files are opened unscanned, where they are. */
export async function remarkUnscanned(settings: Settings): Promise<void> {
  if (isSilent(settings))
    await remark('No malware scanner is named (CLAMD_ADDRESS): files are opened unscanned.');
}
