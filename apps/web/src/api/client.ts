import createClient from 'openapi-fetch';
import type { paths } from './generated/schema';

/** The API under the same address; the cookie of the session goes along by itself. Links carry their secret as a bearer instead. */
export const api = createClient<paths>({
  baseUrl: '/',
  headers: { 'X-Lotse-Request': '1' },
});

/** Shows a scoped link with everything that is asked from now on; undefined: the session again. */
let bearer: string | undefined;
export const showLink = (secret: string | undefined): void => void (bearer = secret);

/** What proves who asks, for requests that the client does not make. */
export const proofHeaders = (): Readonly<Record<string, string>> =>
  bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` };

api.use({
  onRequest({ request }) {
    for (const [name, value] of Object.entries(proofHeaders())) request.headers.set(name, value);
    return request;
  },
});
