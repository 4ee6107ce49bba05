import type { Sheet, SheetScope } from '@lotse/domain';
import type { SheetDocument, SheetFormat } from '@lotse/reports';
import { contentTag } from '../http/etag';

/**
 * Who pulls what is known now gets another instant with every answer; the tag looks at what is told alone, so that it changes with
 * the numbers and words and not with the clock.
 */
export const figuresTag = (
  { knownAt: instant, ...told }: SheetScope & { readonly sheet: Sheet },
  asked: string | undefined,
): string => contentTag(asked === undefined ? told : { ...told, knownAt: instant });

export function documentTag(document: SheetDocument, format: SheetFormat, asked: string | undefined): string {
  const { knownAt: instant, facts, sections, ...told } = document;
  const numbers = sections.map((section) => ({
    ...section,
    numbers: section.numbers.map(({ knownAt: _instant, ...number }) => number),
  }));
  return contentTag(
    asked === undefined
      ? { format, ...told, sections: numbers }
      : { format, ...told, facts, sections, instant },
  );
}
