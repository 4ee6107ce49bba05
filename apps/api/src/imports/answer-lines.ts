import type { LineAnswer } from '@lotse/journeys';
import { problemDetails } from '../problems/problem-details';
import { toProblem } from '../problems/to-problem';

/** What an import's answer needs to say of the request it belongs to. */
export interface ImportRequest {
  readonly path: string;
  readonly requestId: string;
  /** Told of an error that ended the import before the file's end. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * The answers of an import as JSON Lines, one per line of the file. An error midway can no longer be the status of the response:
 * it becomes the last line, `{"problem": …}`, and what was answered before stands.
 * @param first what `answers` gave already
 */
export async function* answerLines(
  first: IteratorResult<LineAnswer>,
  answers: AsyncIterable<LineAnswer>,
  request: ImportRequest,
): AsyncGenerator<string> {
  if (first.done === true) return;
  try {
    yield `${JSON.stringify(first.value)}\n`;
    for await (const answer of answers) yield `${JSON.stringify(answer)}\n`;
  } catch (error) {
    request.onFailure(error);
    yield `${JSON.stringify({ problem: problemDetails(toProblem(error), request) })}\n`;
  }
}
