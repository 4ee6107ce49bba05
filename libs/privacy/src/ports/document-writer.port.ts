export type Language = 'de' | 'en' | 'ru' | 'ky';

/** One thing that is held, as label and value. */
export interface DocumentEntry {
  readonly title?: string;
  readonly pairs: readonly (readonly [label: string, value: string])[];
}

export interface DocumentSection {
  readonly heading: string;
  readonly words?: string;
  readonly entries: readonly DocumentEntry[];
}

/** A document for people, as data: what it looks like is the writer's. */
export interface ReadableDocument {
  readonly language: Language;
  readonly title: string;
  readonly words: readonly string[];
  readonly sections: readonly DocumentSection[];
}

/** Implemented by libs/integrations/typst. */
export interface DocumentWriter {
  /** A tagged PDF. Its text is that of the data, never code. */
  pdf(document: ReadableDocument): Promise<Buffer>;
}
