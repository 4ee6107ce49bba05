import { Zip, ZipDeflate } from 'fflate';

export interface ZipMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A ZIP archive as it grows: one member in memory at a time. */
export async function* zipped(members: AsyncIterable<ZipMember>, at: Date): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  for await (const { name, bytes } of members) {
    const member = new ZipDeflate(name, { level: 6 });
    member.mtime = at;
    zip.add(member);
    member.push(bytes, true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
