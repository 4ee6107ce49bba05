import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A figure to be watched over time, by its name in the format of Prometheus. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  /** Undefined while it is not known; it is left out then. */
  readonly value: () => number | undefined;
}

/** What readiness looks at, each with its own answer; a check that fails or takes too long counts as false. */
export type Checks = Readonly<Record<string, () => Promise<boolean>>>;

const CHECK_MS = 3_000;

/**
 * `GET /health/live`: the process answers. `GET /health/ready`: 200 when every check holds, else 503; both as JSON with each
 * check by name. `GET /metrics`: the gauges as text for Prometheus. On the loopback only.
 */
export class HealthServer {
  readonly #server: Server;

  constructor(
    private readonly checks: Checks,
    private readonly gauges: readonly Gauge[] = [],
  ) {
    this.#server = createServer((request, response) => {
      if (request.url === '/health/live') answer(response, 200, { live: true });
      else if (request.url === '/health/ready') this.#ready(response).catch(() => response.destroy());
      else if (request.url === '/metrics') metrics(response, this.gauges);
      else answer(response, 404, { code: 'not-found' });
    });
  }

  /** @returns the port, which is a free one when 0 was asked for. */
  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', () => resolve(portOf(this.#server.address(), port)));
    });
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #ready(response: ServerResponse): Promise<void> {
    const checked = await Promise.all(
      Object.entries(this.checks).map(async ([name, check]) => [name, await holds(check)] as const),
    );
    answer(response, checked.every(([, isHeld]) => isHeld) ? 200 : 503, Object.fromEntries(checked));
  }
}

async function holds(check: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), CHECK_MS)));
  try {
    return await Promise.race([check(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

const portOf = (address: AddressInfo | string | null, asked: number): number =>
  typeof address === 'object' && address !== null ? address.port : asked;

function answer(
  response: ServerResponse,
  status: number,
  body: Readonly<Record<string, boolean | string>>,
): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

function metrics(response: ServerResponse, gauges: readonly Gauge[]): void {
  const lines = gauges.flatMap(({ name, help, value }) => {
    const known = value();
    return known === undefined ? [] : [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${known}`];
  });
  response.writeHead(200, {
    'content-type': 'text/plain; version=0.0.4; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(`${lines.join('\n')}\n`);
}
