import { importSource } from '../import/import-source';

/** The text of a small file; `-` is standard input. @throws CliError `file-unreadable` */
export async function readText(file: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await importSource(file)).bytes) chunks.push(chunk);
  return new TextDecoder().decode(Buffer.concat(chunks));
}
