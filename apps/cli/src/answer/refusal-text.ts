import type { Refusal } from '@lotse/domain';

/** The code, then every unmet guard with what would meet it and who can. */
export function refusalText({ code, unmet }: Refusal): string {
  const reasons = unmet.map(
    ({ guard, who, remedy }) => `${guard}: ${remedy}${who.length === 0 ? '' : ` [${who.join(', ')}]`}`,
  );
  return `${code}: ${reasons.join(' | ')}`;
}
