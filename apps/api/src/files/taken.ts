import type { FileRefusal, NamedFile, OpenAnswer, UploadAnswer } from '@lotse/files';
import { Problem } from '../problems/problem';

export const fileRefused = ({ code, message }: FileRefusal): Problem =>
  new Problem(code, { detail: message });

/** No file of the id, or none that the asker sees: the same words, so that nobody learns which. */
export const fileUnknown = (id: string): Problem =>
  new Problem('file-unknown', { detail: `There is no file ${id}.` });

/** The file as it is stored. @throws Problem */
export function taken(answer: UploadAnswer): NamedFile {
  if (answer.result === 'refused') throw fileRefused(answer.refusal);
  if (answer.result === 'conflict') throw new Problem(answer.code, { detail: answer.message });
  return answer.file;
}

/** The file with its bytes. @throws Problem */
export function opened(answer: OpenAnswer, id: string): Extract<OpenAnswer, { result: 'opened' }> {
  if (answer.result === 'unknown') throw fileUnknown(id);
  if (answer.result === 'closed') throw new Problem(answer.code, { detail: answer.message });
  return answer;
}
