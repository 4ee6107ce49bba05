import { exportJWK, generateKeyPair } from 'jose';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Context } from 'oidc-provider';

const SCOPE = 'openid profile email';

interface User {
  readonly name: string;
  readonly email: string;
  readonly groups: readonly string[];
}

/** A real OpenID provider in this process, at which `user` is whoever comes. */
export class SignInService {
  readonly issuer: string;
  user = 'мария';
  readonly users = new Map<string, User>([
    ['мария', { name: 'Мария Лебедева', email: 'maria@uni.example', groups: ['partners'] }],
    ['guest', { name: 'Guest', email: 'guest@uni.example', groups: [] }],
  ]);
  private handler: RequestListener = (_request, response) => void response.writeHead(503).end();

  private constructor(private readonly server: Server) {
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', (request, response) => this.handler(request, response));
  }

  static async open(): Promise<SignInService> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new SignInService(server);
  }

  /** Serves, with signing keys of its own each time. */
  async serve(redirectUri: string): Promise<void> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' };
    const provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: 'lotse',
          client_secret: 'a-secret-that-is-only-for-tests',
          redirect_uris: [redirectUri],
          token_endpoint_auth_method: 'client_secret_post',
        },
      ],
      jwks: { keys: [key] },
      cookies: { keys: ['a key for cookies of a test'] },
      claims: { openid: ['sub', 'groups'], profile: ['name'], email: ['email', 'email_verified'] },
      features: { devInteractions: { enabled: false } },
      pkce: { required: () => true },
      interactions: { url: (_: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
      findAccount: (_: unknown, id: string) => ({
        accountId: id,
        claims: () => ({ sub: id, email_verified: true, ...this.users.get(id) }),
      }),
      loadExistingGrant: async ({ oidc }: Context) => {
        const { clientId } = oidc.client;
        const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session.accountId });
        grant.addOIDCScope(SCOPE);
        await grant.save();
        return grant;
      },
    });
    provider.use(async (context, next) => {
      if (!context.path.startsWith('/interaction/')) return next();
      await provider.interactionFinished(context.req, context.res, { login: { accountId: this.user } });
    });
    this.handler = provider.callback();
  }

  /** Answers everything with 503, as behind a proxy whose service is away. */
  away(): void {
    this.handler = (_request, response) => void response.writeHead(503).end();
  }

  /** Signs in there with a browser that has never been here. Answers the address to which it is sent back. */
  async visit(url: string): Promise<string> {
    const cookies = new Map<string, string>();
    for (let next = url; ;) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      const location = response.headers.get('location');
      if (location === null)
        throw new Error(`The service answered ${response.status}: ${await response.text()}`);
      next = new URL(location, next).href;
      if (!next.startsWith(this.issuer)) return next;
    }
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
