/** Ids of journeys that have changed; `everything` when they are too many to name, or some may have been missed. */
export type Change = readonly string[] | 'everything';
type Listener = (change: Change) => void;

/** Tells all open streams of this process what has changed anywhere. */
export class ChangeFeed {
  private readonly listeners = new Set<Listener>();

  tell(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }

  /** Answers the way to stop. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  get size(): number {
    return this.listeners.size;
  }
}
