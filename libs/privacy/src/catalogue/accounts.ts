import type { TableNotes } from '../column-note';
import { notes } from './note';

const ACCOUNT = { dataClass: 'account', purpose: 'access' } as const;
const SIGN_IN = { dataClass: 'sign-in', purpose: 'access' } as const;

/** Tables of accounts, and of how people come in. */
export const ACCOUNT_TABLES: Readonly<Record<string, TableNotes>> = {
  account: notes('account', ACCOUNT, {
    deleted: 'id status language details created_at changed_at',
    deletedInternal: 'email_key wrapped_key password_hash totp totp_step totp_draft',
  }),
  account_grant: notes('account', ACCOUNT, {
    deleted: 'id account role programme organisation person reference duties valid_from valid_to',
    deletedInternal: 'source',
  }),
  account_subject: notes('account', ACCOUNT, { deleted: 'issuer subject account' }),
  account_passkey: notes('account', ACCOUNT, {
    deleted: 'id account created_at',
    deletedInternal: 'public_key counter transports',
  }),
  account_recovery_code: notes('account', SIGN_IN, { deletedInternal: 'account hash' }),
  account_challenge: notes('account', SIGN_IN, { deletedInternal: 'id kind account data tries expires_at' }),
  account_link: notes('account', SIGN_IN, { deletedInternal: 'account hash kind created_at expires_at' }),
  account_session: notes('account', SIGN_IN, {
    deleted: 'id account created_at seen_at expires_at second_factor',
    deletedInternal: 'hash proved_until',
  }),
  access_token: notes('account', ACCOUNT, {
    deleted: 'id account label scopes created_at expires_at last_used_at revoked',
    deletedInternal: 'hash',
  }),
  api_token: notes('account', ACCOUNT, { plain: 'id hash created_at' }),
  webhook: notes('account', ACCOUNT, {
    deleted: 'id programme account host created_at',
    deletedInternal: 'wrapped_key sealed',
  }),
  webhook_delivery: notes('account', ACCOUNT, {
    deletedInternal:
      'id webhook account report created_at claimed_until attempts tried_at last_code delivered_at died_at',
  }),
  deputy: notes('account', ACCOUNT, {
    deleted: 'account number deputy from_day to_day withdraws submitted_by recorded_at',
  }),
  scoped_link: notes('contact', SIGN_IN, {
    deleted: 'id role organisation reference journey placement language created_at expires_at used_at',
    deletedInternal:
      'hash commands single_use wrapped_key address created_by claimed_until revoked_at code_hash code_tries code_expires_at proved_until',
  }),
};
