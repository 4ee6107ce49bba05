import { recorded, type Asker, type RecordingParts } from '../asker';
import type { RedactedPage, Redaction, RedactionStore } from '../ports/redaction-store.port';

export interface RedactionsParts extends RecordingParts {
  readonly redactions: RedactionStore;
}

export type RedactionProposal = Pick<Redaction, 'id' | 'file'> & { readonly pages: readonly string[] };

export interface RedactionRefusal {
  readonly result: 'refused';
  readonly code:
    | 'file-unknown'
    | 'redaction-pages'
    | 'redaction-id-taken'
    | 'redaction-unknown'
    | 'redaction-second-person';
  readonly message: string;
}
export type RedactionAnswer =
  { readonly result: 'proposed' | 'repeated' | 'approved'; readonly redaction: Redaction } | RedactionRefusal;

/** Pictures alone: a black box over text leaves the text in the file (docs/adr/0018-redacted-documents.md). */
const PICTURES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'];
const MOST_PAGES = 100;

const refuse = (code: RedactionRefusal['code'], message: string): RedactionRefusal => ({
  result: 'refused',
  code,
  message,
});

/** Redacted versions of documents: made by a person, compared and approved by a second one, tied to the original by hash. */
export class Redactions {
  constructor(private readonly parts: RedactionsParts) {}

  /** Idempotent by its id. The pages are files of the same journey. */
  async propose({ id, file, pages }: RedactionProposal, by: Asker): Promise<RedactionAnswer> {
    const { redactions, clock } = this.parts;
    const known = await redactions.files([file, ...pages]);
    const original = known.find((one) => one.file === file);
    if (original?.journey === undefined)
      return refuse('file-unknown', `There is no file ${file} of a journey.`);
    const { programme, journey } = original;
    const found = pages.flatMap((page) => known.find((one) => one.file === page && one.file !== file) ?? []);
    const sound =
      pages.length >= 1 &&
      pages.length <= MOST_PAGES &&
      new Set(pages).size === pages.length &&
      found.length === pages.length &&
      found.every(
        (page) => page.journey === journey && PICTURES.includes(page.type) && page.state !== 'suspect',
      );
    if (!sound)
      return refuse(
        'redaction-pages',
        `Name 1 to ${MOST_PAGES} pictures (PNG, JPEG, WebP) among the files of the same journey, one a page.`,
      );
    const redaction: Redaction = {
      id,
      programme,
      journey,
      file,
      sha256: original.sha256,
      pages: found.map((page) => ({ file: page.file, sha256: page.sha256 })),
      proposedBy: by.id,
      proposedAt: clock.now().toISOString(),
    };
    if (await redactions.add(redaction)) {
      await this.record('propose', redaction, by);
      return { result: 'proposed', redaction };
    }
    const before = await redactions.find(id);
    const same = before?.file === file && before.pages.map((page) => page.file).join(' ') === pages.join(' ');
    return same
      ? { result: 'repeated', redaction: before }
      : refuse('redaction-id-taken', `The id ${id} is that of another redaction: choose a new one.`);
  }

  find(id: string): Promise<Redaction | undefined> {
    return this.parts.redactions.find(id);
  }

  /** Those of a journey's documents, youngest first. */
  ofJourney(journey: string): Promise<readonly Redaction[]> {
    return this.parts.redactions.ofJourney(journey);
  }

  /** Pages of the approved redacted versions, by file of the original. */
  async pagesOf(files: readonly string[]): Promise<ReadonlyMap<string, readonly RedactedPage[]>> {
    const approved = files.length === 0 ? [] : await this.parts.redactions.approved(files);
    return new Map(approved.map(({ file, pages }) => [file, pages]));
  }

  /** A second person says that the pictures show the original with nothing left out but what is nobody's business. */
  async approve(id: string, by: Asker): Promise<RedactionAnswer> {
    const { redactions, clock } = this.parts;
    const redaction = await redactions.find(id);
    if (redaction === undefined) return refuse('redaction-unknown', `There is no redaction ${id}.`);
    if (redaction.approvedBy === by.id) return { result: 'repeated', redaction };
    if (redaction.approvedBy !== undefined || redaction.proposedBy === by.id)
      return refuse(
        'redaction-second-person',
        redaction.approvedBy === undefined
          ? `${id} was proposed by you: another person has to compare it with the original.`
          : `${id} was approved by another person already.`,
      );
    const at = clock.now().toISOString();
    if (!(await redactions.approve(id, by.id, at))) return this.approve(id, by);
    await this.record('approve', redaction, by);
    return { result: 'approved', redaction: { ...redaction, approvedBy: by.id, approvedAt: at } };
  }

  private record(code: string, { id, programme, journey, file }: Redaction, by: Asker): Promise<void> {
    const subjects = [`redaction/${id}`, `file/${file}`, `journey/${journey}`];
    return recorded(this.parts, by, { action: 'redaction.make', programme, subjects, code });
  }
}
