import { toCsv } from '@lotse/domain';
import type { SheetDocument } from './sheet-document';

const HEADER = [
  'section',
  'figure',
  'label',
  'value',
  'exact',
  'state',
  'asOf',
  'knownAt',
  'lock',
  'report',
  'text',
];

/** A sheet as CSV, one number or text a line; formula-safe, UTF-8. */
export const documentCsv = ({ sections, lock }: SheetDocument): string =>
  toCsv([
    HEADER,
    ...sections.flatMap(({ heading, numbers, texts, items, quotes }) => [
      ...numbers.map(({ figure, label, shown, exact, state, asOf, knownAt, lock: locked }) => [
        heading,
        figure,
        label,
        shown,
        exact ?? '',
        state,
        asOf,
        knownAt,
        locked,
        lock.report ?? '',
        '',
      ]),
      ...[...texts, ...items, ...quotes].map(({ text }) => [
        heading,
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        text,
      ]),
    ]),
  ]);
