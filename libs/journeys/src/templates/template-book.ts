import { TEMPLATES, type Template } from '@lotse/domain';
import type { StoredTemplate } from '../ports/template-store.port';
import { readTemplate } from './read-template';

/** Where a template that is not known yet is read. */
export interface TemplateSource {
  get(id: string): Promise<StoredTemplate | undefined>;
}

/** Published templates by id. They never change, so what was read once is kept. */
export interface TemplateBook {
  /**
   * Undefined when nothing is published under the id.
   * @param source inside a transaction that transaction: a second connection could be waited for without end
   */
  find(id: string, source?: TemplateSource): Promise<Template | undefined>;
}

export function createTemplateBook(store: TemplateSource): TemplateBook {
  const known = new Map(TEMPLATES);
  return {
    async find(id, source = store) {
      const kept = known.get(id);
      if (kept !== undefined) return kept;
      const stored = await source.get(id);
      if (stored?.status !== 'published') return undefined;
      const read = readTemplate(stored.body);
      if ('faults' in read)
        throw new Error(
          `Published template ${id} is damaged: ${read.faults.map(({ text }) => text).join('; ')}`,
        );
      known.set(id, read.template);
      return read.template;
    },
  };
}
