import { StreamableFile } from '@nestjs/common';
import { contentDisposition, type NamedFile } from '@lotse/files';

/** The bytes of a file on their way out; names whose they are and of which programme, for the audit and those who read it. */
export class FileContent extends StreamableFile {
  readonly person: string | undefined;
  readonly programme: string;

  constructor({ name, id, type, person, programme }: NamedFile, bytes: Buffer) {
    super(bytes, { type, length: bytes.length, disposition: contentDisposition(name ?? id) });
    this.person = person;
    this.programme = programme;
  }
}
