import { Problem } from '../problems/problem';
import { problemDetails } from '../problems/problem-details';
import { toProblem } from '../problems/to-problem';

/** What the lines of an answer need to say of the request they belong to. */
export interface LinesRequest {
  readonly path: string;
  readonly requestId: string;
  /** Aborted when the process is about to stop: then no further row is begun. */
  readonly stopping: AbortSignal;
  /** Told of an error that ended the answer before its end. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Rows as JSON Lines, each as soon as it is there. An error midway can no longer be the status of the response: it becomes the
 * last line, `{"problem": …}`, and what was answered before stands.
 * @param first what `rows` gave already
 */
export async function* answerLines(
  first: IteratorResult<object>,
  rows: AsyncIterable<object>,
  request: LinesRequest,
): AsyncGenerator<string> {
  if (first.done === true) return;
  try {
    yield `${JSON.stringify(first.value)}\n`;
    for await (const row of rows) {
      yield `${JSON.stringify(row)}\n`;
      if (request.stopping.aborted)
        throw new Problem('shutting-down', { detail: 'The process stops: send the same request again.' });
    }
  } catch (error) {
    request.onFailure(error);
    yield `${JSON.stringify({ problem: problemDetails(toProblem(error), request) })}\n`;
  }
}
