import type { AuditPort } from '@lotse/audit';
import type { Language } from '../ports/document-writer.port';
import type { FoundSubject } from '../ports/subject-store.port';
import type { Asker, PrivacyParts } from '../privacy-parts';
import { personUnknown, refusal, type Refusal } from '../refusal';
import { readableDocument } from './readable';
import { subjectData } from './subject-data';
import { zipped, type ZipMember } from './zipped';

export type ExportAnswer =
  | {
      readonly result: 'exported';
      /** Of the archive: `lotse-<person>-<day>.zip`. */
      readonly name: string;
      readonly language: Language;
      /** A ZIP with data.json, data.pdf and the files. */
      readonly archive: AsyncIterable<Uint8Array>;
    }
  | Refusal<'person-unknown' | 'person-erased'>;

/** What a person may take along (Art. 15 and 20 GDPR). */
export interface Exports {
  /** Everything exportable of a person, and nothing of others. On record before a byte goes out. @param language the person's own unless given */
  export(person: string, asker: Asker, language?: Language): Promise<ExportAnswer>;
}

const PAGE = 100;

async function* filesOf(
  { files }: Pick<PrivacyParts, 'files'>,
  persons: readonly string[],
): AsyncGenerator<ZipMember> {
  for (const person of persons) {
    let after: string | undefined;
    for (;;) {
      const page = await files.list({ person, limit: PAGE, ...(after === undefined ? {} : { after }) });
      for (const { id, name } of page) {
        const opened = await files.open(id);
        // What waits for the scanner, or was found suspect, is listed in data.json alone.
        if (opened.result === 'opened') yield { name: `files/${id}/${name ?? id}`, bytes: opened.bytes };
      }
      after = page.at(-1)?.id;
      if (page.length < PAGE) break;
    }
  }
}

export function createExports(
  parts: PrivacyParts & { readonly audit: AuditPort & { seal(): Promise<number> } },
): Exports {
  const { stores, clock, audit, documents } = parts;

  async function* membersOf(
    person: string,
    found: FoundSubject,
    language: Language,
  ): AsyncGenerator<ZipMember> {
    const data = await subjectData(parts, person, found);
    yield { name: 'data.json', bytes: Buffer.from(`${JSON.stringify(data, null, 2)}\n`) };
    yield { name: 'data.pdf', bytes: await documents.pdf(readableDocument(data, language)) };
    yield* filesOf(parts, found.ids.persons);
  }

  return {
    async export(person, asker, wished) {
      const found = await stores.subjects.find(person);
      if (found === undefined) return personUnknown(person);
      if (!found.hasKey)
        return refusal('person-erased', `The data of ${person} was erased: nothing is left to take along.`);
      const at = clock.now();
      await audit.append({
        at: at.toISOString(),
        who: asker.id,
        entrance: asker.entrance,
        action: 'subject.export',
        outcome: 'done',
        subjects: [`person/${person}`],
      });
      await audit.seal();
      const language = wished ?? found.language ?? 'en';
      return {
        result: 'exported',
        name: `lotse-${person}-${at.toISOString().slice(0, 10)}.zip`,
        language,
        archive: zipped(membersOf(person, found, language), at),
      };
    },
  };
}
