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
  'target',
  'targetOn',
  'targetQualifier',
  'text',
];

/** A sheet as CSV, one number or text a line; formula-safe, UTF-8. */
export const documentCsv = ({ sections, lock }: SheetDocument): string =>
  toCsv([
    HEADER,
    ...sections.flatMap(({ heading, numbers, texts, items, quotes }) => [
      ...numbers.map(({ figure, label, shown, exact, state, asOf, knownAt, lock: locked, target }) => [
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
        target?.value ?? '',
        target?.on ?? '',
        target?.qualifier ?? '',
        '',
      ]),
      ...[...texts, ...items, ...quotes].map(({ text }) => [
        heading,
        ...Array<string>(HEADER.length - 2).fill(''),
        text,
      ]),
    ]),
  ]);
