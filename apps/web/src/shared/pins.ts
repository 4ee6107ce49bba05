import { useLayoutEffect, useState, type RefObject } from 'react';

/** Where each of the first columns stands when it stays in sight: so many pixels from the left, as wide as those before it are. */
export function usePins(head: RefObject<HTMLTableRowElement | null>, count: number): readonly number[] {
  const [lefts, setLefts] = useState<readonly number[]>([]);
  useLayoutEffect(() => {
    const cells = [...(head.current?.cells ?? [])].slice(0, count);
    const measure = (): void =>
      setLefts((before) => {
        const next = cells.map((_, index) =>
          cells.slice(0, index).reduce((sum, cell) => sum + cell.offsetWidth, 0),
        );
        return next.join() === before.join() ? before : next;
      });
    const observer = new ResizeObserver(measure);
    for (const cell of cells) observer.observe(cell);
    measure();
    return () => observer.disconnect();
  }, [head, count]);
  return lefts;
}
