const CELLS = 24;

/** `[######------------------]  25 %  165 lines`. @param share from 0 to 1 */
export function progressBar(share: number, note: string): string {
  const within = Math.min(1, Math.max(0, share));
  const full = Math.round(within * CELLS);
  const percent = String(Math.floor(within * 100)).padStart(3);
  return `[${'#'.repeat(full)}${'-'.repeat(CELLS - full)}] ${percent} %  ${note}`;
}
