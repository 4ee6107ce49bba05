import { QUALIFIERS, type Day } from '@lotse/domain';
import type { Aim } from '../ports/programme-reader.port';
import type { SheetLanguage, SheetTarget } from './sheet-document';
import { dayText, numberText } from './sheet-texts';
import { SHEET_WORDS } from './sheet-words';

/** The target that counts on a day: the next that is due, else the last that was; with the baseline it started from. */
export function targetOf(
  aims: readonly Aim[] | undefined,
  asOf: Day,
  language: SheetLanguage,
): SheetTarget | undefined {
  const targets = aims?.filter(({ kind }) => kind === 'target') ?? [];
  const target = targets.find(({ on }) => on >= asOf) ?? targets.at(-1);
  if (target === undefined) return undefined;
  const baseline = aims?.findLast(({ kind, on }) => kind === 'baseline' && on <= target.on);
  const words = SHEET_WORDS[language];
  const { value, on, qualifier } = target;
  const meant = QUALIFIERS.find((one) => one === qualifier);
  const from = baseline === undefined ? [] : [`(${words.baseline} ${numberText(language, baseline.value)})`];
  return {
    shown: [
      ...(meant === undefined ? [] : [words.qualifiers[meant]]),
      numberText(language, value),
      words.by,
      dayText(language, on),
      ...from,
    ].join(' '),
    value,
    on,
    ...(qualifier === undefined ? {} : { qualifier }),
    ...(baseline === undefined
      ? {}
      : { baseline: { value: baseline.value, ...(baseline.on === '' ? {} : { on: baseline.on }) } }),
  };
}
