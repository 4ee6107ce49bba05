import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { PROBLEMS, type ProblemCode } from '../problems/problem-codes';
import { ref } from './ref';

/** What every route under /api may answer, whatever it does. */
const ANYWHERE: readonly ProblemCode[] = [
  'request-malformed',
  'token-missing',
  'token-unknown',
  'not-allowed',
  'host-not-allowed',
  'too-many-requests',
  'internal',
  'database-unavailable',
];

/** The problems of a route by their status, each code with its title. */
export function Problems(...codes: readonly ProblemCode[]): MethodDecorator {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set([...codes, ...ANYWHERE])) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return applyDecorators(
    ...[...byStatus].map(([status, ofStatus]) =>
      ApiResponse({
        status,
        description: ofStatus.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(' '),
        content: { 'application/problem+json': { schema: ref('ProblemDetails') } },
      }),
    ),
  );
}
