import { ROLES, type JsonObject } from '@lotse/domain';
import { instant, integer, listOf, object, oneOf, text } from './shapes';

/** Mail addresses without the addresses, and mails without their texts. */
export const mailSchemas = (): JsonObject => ({
  ContactPoints: object(
    'Whom the mails of a programme reach.',
    {
      contactPoints: listOf(
        object(
          'One address; the address itself stays sealed.',
          {
            id: text('Id.'),
            programme: text('Programme.'),
            role: oneOf(ROLES, 'Role that it reaches.'),
            organisation: text('Organisation that it reaches.'),
            person: text('Person that it reaches.'),
            language: oneOf(['de', 'en', 'ru', 'ky'], 'Language of its mails.'),
            account: text('Account that reads it.'),
          },
          { optional: ['organisation', 'person', 'account'] },
        ),
        'By id.',
      ),
    },
    {
      example: {
        contactPoints: [{ id: 'office', programme: 'kg-glass-2023', role: 'coordinator', language: 'de' }],
      },
    },
  ),
  DeadLetters: object(
    'Mails that nobody will try again.',
    {
      mails: listOf(
        object('A mail.', {
          id: text('Id.'),
          contactPoint: text('Contact point it is for.'),
          attempts: integer('How often it was tried.'),
          code: text("The server's reply code, the connection's fault, given-up or contact-point-gone."),
          diedAt: instant('Since when it is dead.'),
        }),
        'Youngest first.',
      ),
    },
    {
      example: {
        mails: [
          {
            id: 'mail.office.2024-02-01',
            contactPoint: 'office',
            attempts: 1,
            code: 'smtp-550',
            diedAt: '2024-02-01T22:00:03.000Z',
          },
        ],
      },
    },
  ),
  MailStanding: object(
    'What a mail is now.',
    { id: text('Id.'), state: oneOf(['waiting', 'delivered', 'dead'], 'Its state.') },
    { example: { id: 'mail.office.2024-02-01', state: 'waiting' } },
  ),
});
