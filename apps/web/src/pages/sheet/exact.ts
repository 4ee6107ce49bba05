/** An exact number as a fraction in lowest terms, `50687/506`, or a whole one. */
export function valueOf(exact: string): number {
  const [over = '', under = '1'] = exact.split('/');
  return Number(over) / Number(under);
}

/** For people: at most one digit after the point, in the reader's language. */
export const numberText = (exact: string | null, language: string): string =>
  exact === null ? '–' : new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(valueOf(exact));
