import { ROLES, type JsonObject } from '@lotse/domain';
import { PROBLEMS } from '../../problems/problem-codes';
import { ref } from '../ref';

const UNMET_EXAMPLE = {
  guard: 'commitment-signed',
  who: ['candidate'],
  remedy: 'sign-commitment by the candidate, on or before the day.',
};

/** Errors, and what stands in the way of a command. */
export const problemSchemas = (): JsonObject => ({
  Unmet: {
    description: 'One thing that stands in the way, who can change it and what would.',
    type: 'object',
    required: ['guard', 'who', 'remedy'],
    properties: {
      guard: { type: 'string', description: 'Stable code of the guard, or field: and the path of a field.' },
      who: {
        type: 'array',
        items: { type: 'string', enum: ROLES },
        description: 'Roles that can meet it; empty where it lies with the sender.',
      },
      remedy: { type: 'string', description: 'What would help, in words.' },
    },
    example: UNMET_EXAMPLE,
  },
  ProblemDetails: {
    description: 'Problem details (RFC 9457). Machines read code; the texts are for people and may change.',
    type: 'object',
    required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'unmet', 'requestId'],
    properties: {
      type: { type: 'string', format: 'uri', description: 'urn:lotse:problem: and the code.' },
      title: { type: 'string', description: 'The kind of problem.' },
      status: { type: 'integer', description: 'Status of the response.' },
      detail: { type: 'string', description: 'What could not be done, why, and what would help.' },
      instance: { type: 'string', description: 'Path of the request.' },
      code: { type: 'string', enum: Object.keys(PROBLEMS), description: 'Stable code.' },
      unmet: { type: 'array', items: ref('Unmet'), description: 'Everything that stands in the way.' },
      requestId: { type: 'string', description: 'Id of the request in the log, as in X-Request-Id.' },
      version: {
        type: 'integer',
        description: 'Present version of the journey, where that stands in the way.',
      },
    },
    example: {
      type: 'urn:lotse:problem:guards-unmet',
      title: PROBLEMS['guards-unmet'].title,
      status: 422,
      detail: UNMET_EXAMPLE.remedy,
      instance: '/api/v1/journeys/j01/commands',
      code: 'guards-unmet',
      unmet: [UNMET_EXAMPLE],
      requestId: '3f6c2b1e-8a53-4f0e-9a55-0d6f8f1f2a77',
    },
  },
});
