import type { JsonObject } from '@lotse/domain';
import request, { type Response } from 'supertest';

/** A browser at one API: it keeps cookies, and sends what the pages of that API would send. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    readonly url: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  get(path: string): Promise<Response> {
    return this.send('get', path);
  }
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response> {
    return this.send('post', path, body, headers);
  }
  put(path: string, body?: unknown): Promise<Response> {
    return this.send('put', path, body);
  }
  delete(path: string): Promise<Response> {
    return this.send('delete', path);
  }

  private async send(
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const asked = request(this.url)
      [method](path)
      .redirects(0)
      .set({ 'X-Lotse-Request': '1', 'Sec-Fetch-Site': 'same-origin', ...this.headers, ...headers });
    if (cookie !== '') void asked.set('Cookie', cookie);
    const response = await (body === undefined
      ? asked
      : asked.type('application/json').send(typeof body === 'string' ? body : JSON.stringify(body)));
    this.keep(response);
    return response;
  }

  private keep({ headers }: Response): void {
    const given: unknown = headers['set-cookie'];
    for (const line of Array.isArray(given) ? given.map(String) : []) {
      const [pair = ''] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(name.length + 1);
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

/** Code of a problem, beside its status. */
export const problem = ({ status, body }: Response): string =>
  `${status} ${String((body as JsonObject).code)}`;
