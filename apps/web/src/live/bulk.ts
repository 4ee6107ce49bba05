import type { components } from '../api/generated/schema';
import { ApiProblem, Offline, type ProblemDetails } from '../api/problem';

export type BulkRow = components['schemas']['BulkRow'];
export type UndoRow = components['schemas']['UndoRow'];

/** One row of a JSON Lines answer; the last may be why it stopped. */
type Line<Row> = Row | { readonly problem: ProblemDetails };
const isProblem = <Row extends object>(line: Line<Row>): line is { readonly problem: ProblemDetails } =>
  'problem' in line;

/** Posts and reads JSON Lines whole; `onRow` hears each as it comes. @throws ApiProblem, Offline */
export async function linesOf<Row extends object>(
  path: string,
  body: string,
  type: string,
  onRow: (row: Row) => void = () => undefined,
): Promise<Row[]> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': type, 'X-Lotse-Request': '1' },
    body,
  }).catch((cause: unknown) => {
    throw new Offline('The network did not carry the request', { cause });
  });
  if (!response.ok || response.body === null) {
    const details: ProblemDetails = await response.json();
    throw new ApiProblem(details);
  }
  const rows: Row[] = [];
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const take = (text: string): void => {
    if (text.trim() === '') return;
    const line: Line<Row> = JSON.parse(text);
    if (isProblem(line)) throw new ApiProblem(line.problem);
    rows.push(line);
    onRow(line);
  };
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(take);
  }
  take(rest);
  return rows;
}

const NDJSON = 'application/x-ndjson';

/** Many commands at once. @param batch groups them for one undo @param dryRun keeps nothing */
export const bulk = (commands: readonly object[], batch: string, dryRun: boolean): Promise<BulkRow[]> =>
  linesOf<BulkRow>(
    `/api/v1/bulk?batch=${encodeURIComponent(batch)}&dryRun=${String(dryRun)}`,
    commands.map((command) => JSON.stringify(command)).join('\n'),
    NDJSON,
  );

export const undoBulk = (batch: string, reason: string): Promise<UndoRow[]> =>
  linesOf<UndoRow>(
    `/api/v1/bulk/${encodeURIComponent(batch)}/undo`,
    JSON.stringify({ reason }),
    'application/json',
  );
