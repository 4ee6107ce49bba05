import { ROLES, type JsonObject } from '@lotse/domain';
import { instant, integer, listOf, object, oneOf, text, yesNo } from './shapes';

/** Entries of the audit. */
export const auditSchemas = (): JsonObject => ({
  OwnAccesses: object(
    "One page of who reached one's own data, and why.",
    {
      entries: listOf(
        object(
          'One access.',
          {
            position: integer('Place in the chain.'),
            at: instant('When.'),
            own: yesNo('Whether it was oneself.'),
            roles: listOf(oneOf(ROLES, 'Role.'), 'What the other holds; empty for a link or a program.'),
            entrance: oneOf(['session', 'token', 'link', 'shell', 'system', 'nobody'], 'How they came in.'),
            action: text('What was done.'),
            outcome: oneOf(['done', 'refused'], 'Whether it was done.'),
            code: text('Name of the command.'),
            purpose: text('Why.'),
          },
          { optional: ['code', 'purpose'] },
        ),
        'Youngest first.',
      ),
      next: text('Cursor of the page after.'),
    },
    {
      optional: ['next'],
      example: {
        entries: [
          {
            position: 1204,
            at: '2026-02-03T09:12:44.000Z',
            own: false,
            roles: ['coordinator'],
            entrance: 'session',
            action: 'journey.read',
            outcome: 'done',
          },
        ],
      },
    },
  ),
  AuditPage: object(
    'One page of the audit.',
    {
      entries: listOf(
        object(
          'One access or attempt. Ids, codes and names of fields; never a value.',
          {
            position: integer('Place in the chain, from 1.'),
            at: instant('When.'),
            who: text(
              'Account, token or link; system for Lotse itself, nobody where the sender was not known.',
            ),
            entrance: oneOf(['session', 'token', 'link', 'shell', 'system', 'nobody'], 'How they came in.'),
            action: text('What was done.'),
            outcome: oneOf(['done', 'refused'], 'Whether it was done.'),
            subjects: listOf(text('Kind and id.'), 'Whom and what it is about.'),
            programme: text('Programme.'),
            code: text('Name of the command, type of the record, or why it was refused.'),
            command: text('Id of the command.'),
            purpose: text('Why.'),
            from: text('Network it came from.'),
            fields: listOf(text('Name.'), 'Fields that were written.'),
            digest: text('Keyed digest of what was written.'),
            count: integer('Rows of a list.'),
            request: text('Id of the request.'),
          },
          {
            optional: [
              'programme',
              'code',
              'command',
              'purpose',
              'from',
              'fields',
              'digest',
              'count',
              'request',
            ],
          },
        ),
        'Youngest first.',
      ),
      next: text('Cursor of the page after.'),
    },
    {
      optional: ['next'],
      example: {
        entries: [
          {
            position: 1204,
            at: '2026-02-03T09:12:44.000Z',
            who: 'anna',
            entrance: 'session',
            action: 'journey.read',
            outcome: 'done',
            subjects: ['journey/j01', 'person/p01'],
            programme: 'kg-glass-2023',
            from: '192.0.2.0/24',
          },
        ],
      },
    },
  ),
});
