import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CohortLine } from '../../api/cohort';
import { useWords } from '../../i18n/words';
import { Badge } from '../../shared/badges';
import { useGuardText } from '../../shared/guard-text';
import { Card } from './card';
import type { Move } from './moves';
import styles from './board.module.css';

interface Props {
  readonly stage: string;
  readonly lines: readonly CohortLine[];
  /** How the dragged card stands to this stage; absent where it cannot go from its own. */
  readonly move: Move | undefined;
  readonly dragging: boolean;
  readonly onDrag: (journey: string | undefined) => void;
  readonly onWish: (line: CohortLine) => void;
  readonly onMenu: (line: CohortLine, to: string) => void;
}

/** Height of a card before it is measured, the room between two, and how many stand ready beyond the sight. */
const CARD_PX = 150;
const GAP_PX = 8;
const BEYOND = 8;

const isLate = ({ tasks }: CohortLine): boolean => tasks.some(({ overdue }) => overdue);

/** One stage. Only cards in sight stand in the page. While a card is dragged it shows at once whether it would take it. */
export function Column({ stage, lines, move, dragging, onDrag, onWish, onMenu }: Props) {
  const { t } = useTranslation('board');
  const word = useWords();
  const missing = useGuardText();
  const element = useRef<HTMLElement>(null);
  const [over, setOver] = useState(false);
  const wish = useRef(onWish);
  wish.current = onWish;
  useEffect(() => {
    if (element.current === null) return undefined;
    return dropTargetForElements({
      element: element.current,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        const { line } = source.data as { readonly line: CohortLine };
        if (line.stage !== stage) wish.current(line);
      },
    });
  }, [stage]);
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (list.current !== null) setTop(list.current.getBoundingClientRect().top + window.scrollY);
  }, [dragging]);
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => CARD_PX,
    gap: GAP_PX,
    overscan: BEYOND,
    scrollMargin: top,
    getItemKey: (index) => lines[index]?.id ?? index,
  });
  const items = virtual.getVirtualItems();
  const before = (items[0]?.start ?? top) - top;
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top);
  const late = lines.filter(isLate).length;
  const open = dragging && move !== undefined && move.unmet.length === 0;
  const look = [
    styles.column,
    lines.length === 0 ? styles.empty : '',
    open ? styles.open : '',
    dragging && move === undefined ? styles.shut : '',
    over ? styles.over : '',
  ];
  return (
    <section ref={element} className={look.join(' ')} aria-labelledby={`stage-${stage}`}>
      <h2 id={`stage-${stage}`} title={stage}>
        {word('stages', stage)} <span className="soft number">{lines.length}</span>
        {late > 0 ? <Badge tone="late">{t('late', { count: late })}</Badge> : null}
      </h2>
      {dragging && move !== undefined && move.unmet.length > 0 ? (
        <p className={styles.why}>{t('missing', { guards: move.unmet.map(missing).join(', ') })}</p>
      ) : null}
      <ul ref={list} style={{ paddingTop: before, paddingBottom: Math.max(0, after) }}>
        {items.map(({ index, key }) => {
          const line = lines[index];
          return line === undefined ? null : (
            <Card
              key={key}
              line={line}
              index={index}
              measure={virtual.measureElement}
              onDrag={onDrag}
              onMenu={(to) => onMenu(line, to)}
            />
          );
        })}
      </ul>
    </section>
  );
}
