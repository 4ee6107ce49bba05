import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePins } from './pins';
import styles from './data-table.module.css';

export interface ColumnOf<Row> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** What it is sorted by; absent: not sortable. */
  readonly sort?: (row: Row) => string | number;
  readonly foot?: ReactNode;
  /** Long words are cut where the table would become wider than the page. */
  readonly clip?: true;
}

interface Props<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly ColumnOf<Row>[];
  readonly idOf: (row: Row) => string;
  /** Name of a row for screen readers. */
  readonly nameOf: (row: Row) => string;
  readonly label: string;
  /** So many of the first columns stay in sight; 1 unless given. On a phone always the first alone. */
  readonly pinned?: number;
  /** Ids that are chosen; absent: rows are not chosen. */
  readonly chosen?: ReadonlySet<string>;
  readonly onChoose?: (chosen: ReadonlySet<string>) => void;
}

const ROW_PX = 38;
const BEYOND = 12;

/** A table of any length: only rows in sight stand in the page. The first columns stay in sight. */
export function DataTable<Row>({
  rows,
  columns,
  idOf,
  nameOf,
  label,
  pinned = 1,
  chosen,
  onChoose,
}: Props<Row>) {
  const { t } = useTranslation('common');
  const frame = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLTableRowElement>(null);
  const ticks = chosen === undefined ? 0 : 1;
  const lefts = usePins(head, pinned + ticks);
  const [by, sortBy] = useState<{ readonly id: string; readonly down: boolean }>();
  const sort = columns.find(({ id }) => id === by?.id)?.sort;
  const sorted =
    sort === undefined
      ? rows
      : [...rows].sort((one, other) => compare(sort(one), sort(other)) * (by?.down === true ? -1 : 1));
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    overscan: BEYOND,
    initialRect: { width: 800, height: 600 },
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const all = rows.length > 0 && rows.every((row) => chosen?.has(idOf(row)) === true);
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose?.(next);
  };
  const span = columns.length + ticks;
  const isPinned = (index: number): boolean => index < pinned;
  const lookOf = (index: number) =>
    isPinned(index)
      ? {
          className: `${styles.pinned} ${index === 0 ? '' : styles.further} ${index === pinned - 1 ? styles.last : ''}`,
          style: { '--pin': `${lefts[index + ticks] ?? 0}px` } as CSSProperties,
        }
      : {};
  return (
    <div ref={frame} className={styles.frame} tabIndex={0} role="region" aria-label={label}>
      <table className={styles.table} aria-rowcount={sorted.length + 1}>
        <thead>
          <tr ref={head}>
            {chosen === undefined ? null : (
              <th className={styles.tick}>
                <Checkbox
                  size="xs"
                  aria-label={t('table.selectAll')}
                  checked={all}
                  onChange={() => onChoose?.(all ? new Set() : new Set(rows.map(idOf)))}
                />
              </th>
            )}
            {columns.map(({ id, title, sort: sortable }, index) => (
              <th
                key={id}
                {...lookOf(index)}
                aria-sort={by?.id === id ? (by.down ? 'descending' : 'ascending') : undefined}
              >
                {sortable === undefined ? (
                  title
                ) : (
                  <button
                    type="button"
                    className={styles.sort}
                    title={t('table.sort', { column: title })}
                    onClick={() => sortBy({ id, down: by?.id === id && !by.down })}
                  >
                    {title} {by?.id === id ? (by.down ? '↓' : '↑') : ''}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? <Gap height={before} span={span} /> : null}
          {items.map(({ index }) => {
            const row = sorted[index];
            if (row === undefined) return null;
            const id = idOf(row);
            return (
              <tr
                key={id}
                aria-rowindex={index + 2}
                className={chosen?.has(id) === true ? styles.chosen : undefined}
              >
                {chosen === undefined ? null : (
                  <td className={styles.tick}>
                    <Checkbox
                      size="xs"
                      aria-label={t('table.select', { name: nameOf(row) })}
                      checked={chosen.has(id)}
                      onChange={() => toggle(id)}
                    />
                  </td>
                )}
                {columns.map(({ id: column, cell, clip }, place) => {
                  const content = cell(row);
                  // What is cut off is read by pointing at it.
                  const cut = clip === true && typeof content === 'string' ? { title: content } : {};
                  return (
                    <td
                      key={column}
                      {...(clip === true ? { className: styles.clip, ...cut } : lookOf(place))}
                    >
                      {content}
                    </td>
                  );
                })}
              </tr>
            );
          })}
          {after > 0 ? <Gap height={after} span={span} /> : null}
        </tbody>
        {columns.some(({ foot }) => foot !== undefined) ? (
          <tfoot>
            <tr>
              {chosen === undefined ? null : <td className={styles.tick} />}
              {columns.map(({ id, foot }, index) => (
                <td key={id} {...lookOf(index)}>
                  {foot}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : String(one).localeCompare(String(other));

const Gap = ({ height, span }: { readonly height: number; readonly span: number }) => (
  <tr aria-hidden="true">
    <td colSpan={span} className={styles.gap} style={{ height }} />
  </tr>
);
