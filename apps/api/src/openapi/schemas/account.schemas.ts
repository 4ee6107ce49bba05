import { ROLES, type JsonObject } from '@lotse/domain';
import { ref } from '../ref';
import { day, instant, integer, listOf, object, oneOf, text, yesNo } from './shapes';

const AT = '2024-01-10T12:00:00.000Z';
const UUID = '5b9e7e1e-5d0f-4b6c-8a35-3a4f5c1f0c11';
const LANGUAGE = oneOf(['de', 'en', 'ru', 'ky'], 'Language of its mails.');
const FACTORS = listOf(
  oneOf(['totp', 'passkey', 'recovery-code'], 'A second factor.'),
  'Second factors that are set up.',
);
const IDS = {
  programme: text('Only in this programme.'),
  organisation: text('For this organisation.'),
  person: text('For this person.'),
  reference: text('Reference of a mentor or assessor.'),
};
const GRANT = { id: UUID, source: 'local', role: 'company', organisation: 'company-1' };
const ACCOUNT = {
  id: UUID,
  name: 'Айгүл Ө.',
  email: 'a@b.example',
  status: 'active',
  language: 'de',
  createdAt: AT,
  grants: [GRANT],
};
const TOKEN = { id: UUID, label: 'import', scopes: ['journey.read'], createdAt: AT, expiresAt: AT };
const LINK = {
  id: UUID,
  role: 'mentor',
  organisation: 'company-1',
  reference: 'mentor-1',
  journey: 'j01',
  placement: 'pl01',
  commands: ['start-internship'],
  singleUse: true,
  language: 'de',
  createdBy: 'demo-coordinator',
  createdAt: AT,
  expiresAt: AT,
  state: 'open',
};
const LINK_FIELDS = {
  role: oneOf(ROLES, 'As whom its holder acts.'),
  organisation: text('For which organisation.'),
  journey: text('The journey.'),
  placement: text('The one placement of it.'),
  commands: listOf(text('Name of a command.'), 'Commands of the form.'),
  singleUse: yesNo('Whether one command uses it up.'),
  expiresAt: instant('Until when it holds.'),
  provedUntil: instant('Until when its one-time code counts.'),
};

const grantSchemas = (): JsonObject => ({
  Grant: object(
    'One role that is held, and where. What is absent does not limit.',
    {
      id: text('Id of the grant; absent where it was not stored.'),
      source: oneOf(
        ['local', 'provider'],
        'Who gave it: an administrator, or groups of the sign-in service.',
      ),
      role: oneOf(ROLES, 'The role.'),
      ...IDS,
      journey: text('Of a scoped link: this journey alone.'),
      placement: text('Of a scoped link: this placement alone.'),
      duties: listOf(oneOf(['complaints'], 'A duty.'), 'Tasks beside the role.'),
      from: day('First day.'),
      to: day('Last day.'),
    },
    {
      optional: ['id', 'source', ...Object.keys(IDS), 'journey', 'placement', 'duties', 'from', 'to'],
      example: GRANT,
    },
  ),
  Account: object(
    'An account with what it holds.',
    {
      id: text('Id.'),
      name: text('Name.'),
      email: text('Mail address.'),
      status: oneOf(['invited', 'active', 'disabled'], 'Whether it can be used.'),
      language: LANGUAGE,
      createdAt: instant('When it was made.'),
      grants: listOf(ref('Grant'), 'What it holds.'),
    },
    { optional: ['email'], example: ACCOUNT },
  ),
  AccountPage: object(
    'Accounts by id, a page at a time.',
    {
      accounts: listOf(ref('Account'), 'The page.'),
      next: text('Give it as after; absent on the last page.'),
    },
    { optional: ['next'], example: { accounts: [ACCOUNT] } },
  ),
  Invited: object(
    'An account whose invitation is on its way.',
    { account: text('Id of the account.'), expiresAt: instant('Until when its link holds.') },
    { example: { account: UUID, expiresAt: AT } },
  ),
});

const sessionSchemas = (): JsonObject => ({
  CurrentSession: object(
    'Who is signed in.',
    {
      account: text('Id of the account.'),
      grants: listOf(ref('Grant'), 'What it holds today.'),
      owesSecondFactor: yesNo('True while nothing but the own account is open.'),
      provedUntil: instant('Until when the second factor counts for decisions.'),
    },
    { optional: ['provedUntil'], example: { account: UUID, grants: [GRANT], owesSecondFactor: false } },
  ),
  SignInStep: object(
    'Whether the session is open, or a second factor is asked for.',
    { step: oneOf(['done', 'second-factor'], 'Where the sign-in stands.'), factors: FACTORS },
    { example: { step: 'second-factor', factors: ['totp', 'recovery-code'] } },
  ),
  WaysIn: object(
    'Ways to sign in.',
    {
      provider: yesNo("Whether the organisation's own service is set up."),
      demo: listOf(
        object('A made-up user.', {
          id: text('Id of the account.'),
          name: text('Name.'),
          roles: listOf(oneOf(ROLES, 'A role.'), 'Its roles.'),
        }),
        'Users of the demo; none elsewhere.',
      ),
    },
    { example: { provider: false, demo: [{ id: 'demo-auditor', name: 'Petra Lange', roles: ['auditor'] }] } },
  ),
  AuthenticatorOptions: {
    description: 'Options for navigator.credentials.get or create, as JSON (WebAuthn, level 3).',
    type: 'object',
    additionalProperties: true,
    example: { challenge: 'q1w2e3', rpId: 'lotse.example.org', userVerification: 'required' },
  },
  Invitation: object(
    'What a link is for.',
    {
      kind: oneOf(['invitation', 'reset'], 'What it does.'),
      expiresAt: instant('Until when it holds.'),
      needsDetails: yesNo('Whether name and address are to be given too.'),
    },
    { example: { kind: 'invitation', expiresAt: AT, needsDetails: false } },
  ),
});

const ownSchemas = (): JsonObject => ({
  OwnAccount: object(
    'The own account, without secrets.',
    {
      id: text('Id.'),
      name: text('Name.'),
      email: text('Mail address.'),
      language: LANGUAGE,
      hasPassword: yesNo('Whether there is a password.'),
      factors: FACTORS,
      passkeys: listOf(
        object('A passkey.', { id: text('Its id.'), createdAt: instant('When it was added.') }),
        'Passkeys.',
      ),
      recoveryCodes: integer('Recovery codes that are left.'),
    },
    {
      optional: ['email'],
      example: {
        id: UUID,
        name: 'Айгүл Ө.',
        language: 'de',
        hasPassword: true,
        factors: ['totp'],
        passkeys: [],
        recoveryCodes: 10,
      },
    },
  ),
  TotpDraft: object(
    'The secret of a code generator; told once.',
    { secret: text('Secret in base32.'), uri: text('What authenticators read from a picture.') },
    {
      example: {
        secret: 'JBSWY3DPEHPK3PXP',
        uri: 'otpauth://totp/Lotse:Lotse?secret=JBSWY3DPEHPK3PXP&issuer=Lotse',
      },
    },
  ),
  RecoveryCodes: object(
    'Recovery codes; told once.',
    { recoveryCodes: listOf(text('A code.'), 'Ten codes with the first second factor, else none.') },
    { example: { recoveryCodes: ['12ab-34cd-56ef-7890-abcd-ef01-2345'] } },
  ),
  SessionList: object(
    'The own sessions, youngest first.',
    {
      sessions: listOf(
        object('A session.', {
          id: text('Its id.'),
          createdAt: instant('When it was opened.'),
          seenAt: instant('When it was used, to five minutes.'),
          expiresAt: instant('When it ends at the latest.'),
          isThis: yesNo('Whether it is the one that asks.'),
        }),
        'Sessions.',
      ),
    },
    { example: { sessions: [{ id: UUID, createdAt: AT, seenAt: AT, expiresAt: AT, isThis: true }] } },
  ),
  Proof: object(
    'A proof that counts.',
    { provedUntil: instant('Until when.') },
    { example: { provedUntil: AT } },
  ),
});

const linkSchemas = (): JsonObject => ({
  ListedToken: object(
    'A token for programs, without what opens anything.',
    {
      id: text('Id.'),
      label: text('What it is for.'),
      scopes: listOf(text('An action.'), 'Actions it may take; absent: all that its owner may.'),
      createdAt: instant('When it was made.'),
      expiresAt: instant('Until when it holds.'),
      lastUsedAt: instant('The hour of its last use.'),
    },
    { optional: ['scopes', 'lastUsedAt'], example: TOKEN },
  ),
  TokenList: object(
    'Own tokens.',
    { tokens: listOf(ref('ListedToken'), 'Tokens.') },
    { example: { tokens: [TOKEN] } },
  ),
  IssuedToken: object(
    'A new token; told once.',
    { token: text('The token.'), issued: ref('ListedToken') },
    { example: { token: 'lotse_at_…', issued: TOKEN } },
  ),
  ListedLink: object(
    'A link for somebody without an account; never the link itself.',
    {
      id: text('Id.'),
      ...LINK_FIELDS,
      reference: text('Reference of a mentor.'),
      language: LANGUAGE,
      createdBy: text('Account that made it.'),
      createdAt: instant('When it was made.'),
      state: oneOf(['open', 'used', 'revoked', 'expired'], 'What became of it.'),
    },
    { optional: ['organisation', 'reference', 'placement', 'provedUntil'], example: LINK },
  ),
  LinkList: object(
    'Links of a journey.',
    { links: listOf(ref('ListedLink'), 'Links.') },
    { example: { links: [LINK] } },
  ),
  IssuedLink: object(
    'A link that is on its way.',
    { id: text('Id.'), expiresAt: instant('Until when it holds.') },
    { example: { id: UUID, expiresAt: AT } },
  ),
  OwnLink: object('What the link that asks is for.', LINK_FIELDS, {
    optional: ['organisation', 'placement', 'provedUntil'],
    example: {
      role: 'mentor',
      journey: 'j01',
      commands: ['start-internship'],
      singleUse: true,
      expiresAt: AT,
    },
  }),
});

/** Accounts, sessions, tokens and links. */
export const accountSchemas = (): JsonObject => ({
  ...grantSchemas(),
  ...sessionSchemas(),
  ...ownSchemas(),
  ...linkSchemas(),
});
