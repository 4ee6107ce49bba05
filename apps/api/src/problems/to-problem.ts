import { HttpException } from '@nestjs/common';
import { MailAddressError, UnknownRecordError, UnknownTemplateError } from '@lotse/journeys';
import { FiguresNotReady } from '@lotse/persistence';
import { isDatabaseAway } from './database-away';
import { fieldsProblem, Problem } from './problem';

/** What body-parser says about a body, by its `type`. */
const BODY_PROBLEMS = {
  'entity.too.large': [
    'body-too-large',
    'Send at most 1 MiB; a longer list of commands goes to /api/v1/imports.',
  ],
  'entity.parse.failed': ['body-unreadable', 'Send one whole JSON object: the body cannot be parsed.'],
  'encoding.unsupported': ['media-type-unsupported', 'Send the body without Content-Encoding.'],
  'charset.unsupported': ['media-type-unsupported', 'Send the body in UTF-8.'],
  'request.size.invalid': ['request-malformed', 'Content-Length does not match the body.'],
  'request.aborted': ['request-malformed', 'The connection ended before the whole body had come.'],
} as const;

const isBodyProblem = (type: unknown): type is keyof typeof BODY_PROBLEMS =>
  typeof type === 'string' && Object.hasOwn(BODY_PROBLEMS, type);

function bodyProblem(error: object): Problem | undefined {
  const type: unknown = 'type' in error ? error.type : undefined;
  if (!isBodyProblem(type)) return undefined;
  const [code, detail] = BODY_PROBLEMS[type];
  return new Problem(code, { detail });
}

/** What the application service throws about what it was asked, by design without anything of a person. */
function serviceProblem(error: unknown): Problem | undefined {
  if (error instanceof UnknownTemplateError)
    return new Problem('template-unknown', { detail: `${error.message}.` });
  if (error instanceof UnknownRecordError)
    return new Problem('reference-unknown', { detail: `${error.message}.` });
  if (error instanceof MailAddressError)
    return fieldsProblem([
      { field: error.code === 'account-unknown' ? 'account' : 'address', remedy: `${error.message}.` },
    ]);
  return undefined;
}

/**
 * Any error as a problem. The text of an error that is not ours never reaches the caller: it may quote what others wrote or
 * show how the system is built.
 */
export function toProblem(thrown: unknown): Problem {
  // Nest wraps what middleware throws in an exception of its own.
  const error = thrown instanceof HttpException ? (thrown.cause ?? thrown) : thrown;
  if (error instanceof Problem) return error;
  if (typeof error === 'object' && error !== null) {
    const body = bodyProblem(error);
    if (body !== undefined) return body;
  }
  const asked = serviceProblem(error);
  if (asked !== undefined) return asked;
  if (error instanceof FiguresNotReady) return new Problem(error.code, { detail: error.message });
  if (isDatabaseAway(error))
    return new Problem('database-unavailable', {
      detail: 'The database does not answer. Nothing was changed, or all of it: send the same request again.',
    });
  if (error instanceof URIError)
    return new Problem('request-malformed', { detail: 'The address holds a % that is no escape.' });
  if (error instanceof HttpException && error.getStatus() === 404)
    return new Problem('route-unknown', { detail: 'No route has this method and path: see /docs.' });
  if (error instanceof HttpException && error.getStatus() < 500)
    return new Problem('request-malformed', { detail: 'The request cannot be read: see /docs.' });
  return new Problem('internal', { detail: 'The cause is in the log under this request id.' });
}
