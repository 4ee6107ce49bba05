import { api } from '../api/client';
import { answerOf } from '../api/problem';
import type { components } from '../api/generated/schema';
import type { Role } from '../api/types';

/** One command as a form gives it. `id` is its idempotency key: sent twice it is taken once. */
export interface GivenCommand {
  readonly id: string;
  readonly journey: string;
  readonly command: string;
  readonly happenedOn: string;
  readonly by: { readonly role: Role; readonly organisation?: string };
  readonly data: Readonly<Record<string, unknown>>;
  readonly expectedVersion?: number;
}

type Body = components['schemas']['Command'];

/** The form made it from the schema of the same document; the API judges it anyway. */
const bodyOf = ({ journey: _journey, ...body }: GivenCommand): Body => body as Body;

/** Gives a command. @throws ApiProblem, Offline */
export const giveCommand = (given: GivenCommand) =>
  answerOf(
    api.POST('/api/v1/journeys/{journey}/commands', {
      params: { path: { journey: given.journey } },
      body: bodyOf(given),
    }),
  );

/** What it would change; keeps nothing. @throws ApiProblem, Offline */
export const previewCommand = (given: GivenCommand) =>
  answerOf(
    api.POST('/api/v1/journeys/{journey}/commands/preview', {
      params: { path: { journey: given.journey } },
      body: bodyOf(given),
    }),
  );
