import type { Command, JsonObject } from '@lotse/domain';
import { isError } from '@lotse/platform';

/** What the door said to one attempt: an answer for good, or nothing to rely on. */
export type Reply =
  | { readonly kind: 'accepted' | 'repeated'; readonly version: number }
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string }
  | { readonly kind: 'unanswered'; readonly code: string };

/** Longer than any recovery of the door's own; a request that hangs longer is an error of the client. */
const DEADLINE_MS = 15_000;

/** The API as a person's program calls it: one attempt a call, no retries of its own. */
export class ApiClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** @param hangUp ends the connection before the answer is read, as a cut line does */
  async give(command: Command, hangUp?: AbortSignal): Promise<Reply> {
    const { journey, ...body } = command;
    return this.#attempt(`/api/v1/journeys/${journey}/commands`, 'application/json', body, hangUp);
  }

  /** Records lines; 'accepted' when every one of them is on record now. */
  async record(lines: readonly JsonObject[]): Promise<Reply> {
    try {
      const text = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
      const response = await this.#post('/api/v1/imports', 'application/x-ndjson', text);
      const answers = (await response.text()).split('\n').filter((line) => line !== '');
      const taken = answers.filter((line) => /"result":\s*"(accepted|unchanged)"/.test(line));
      if (response.status === 200 && taken.length === lines.length) return { kind: 'accepted', version: 0 };
      const refused = answers.find((line) => line.includes('"refused"'));
      if (refused !== undefined) return { kind: 'refused', code: 'import', detail: refused };
      return { kind: 'unanswered', code: `http-${response.status}` };
    } catch (error) {
      return { kind: 'unanswered', code: codeOf(error) };
    }
  }

  async #attempt(path: string, type: string, body: object, hangUp?: AbortSignal): Promise<Reply> {
    try {
      const response = await this.#post(path, type, JSON.stringify(body), hangUp);
      const answer = (await response.json()) as {
        readonly version?: number;
        readonly code?: string;
        readonly unmet?: unknown;
      };
      const { version = 0, code = 'unknown' } = answer;
      if (response.status === 201) return { kind: 'accepted', version };
      if (response.status === 200) return { kind: 'repeated', version };
      if (response.status >= 500) return { kind: 'unanswered', code: `http-${response.status}-${code}` };
      return { kind: 'refused', code, detail: JSON.stringify(answer.unmet) };
    } catch (error) {
      return { kind: 'unanswered', code: codeOf(error) };
    }
  }

  #post(path: string, type: string, body: string, hangUp?: AbortSignal): Promise<Response> {
    const deadline = AbortSignal.timeout(DEADLINE_MS);
    return fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': type },
      body,
      signal: hangUp === undefined ? deadline : AbortSignal.any([deadline, hangUp]),
    });
  }
}

export async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

/** `fetch` hides the reason in the cause. */
function codeOf(error: unknown): string {
  const cause = isError(error) ? (error.cause ?? error) : error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  if (typeof code === 'string') return code;
  return isError(cause) ? cause.name : 'unknown';
}
