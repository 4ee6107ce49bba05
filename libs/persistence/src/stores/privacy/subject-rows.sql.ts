import type { SubjectIds } from '@lotse/privacy';

/**
 * How the rows of one person are found, table by table. `:persons`, `:journeys`, `:accounts`, `:own_accounts` and `:contact_points`
 * are the ids that lead to them. `test/integration/privacy` fails on a table with data of persons that stands in none of the lists.
 */
const BY_JOURNEY = 'journey_id = ANY (:journeys)';
const BY_PERSON = 'person = ANY (:persons)';
const BY_OWN_ACCOUNT = 'account = ANY (:own_accounts)';
/** Mails that nobody has taken yet and that tell others of these journeys. What was sent stays as what others were told. */
const UNSENT = `kind = 'mail' AND delivered_at IS NULL AND EXISTS (SELECT FROM jsonb_array_elements(data -> 'items') i
  WHERE i ->> 'journey' = ANY (:journeys))`;
const OF_OTHERS = `EXISTS (SELECT FROM jsonb_array_elements(data -> 'items') i WHERE i ->> 'journey' <> ALL (:journeys))`;
const RECORDS = `((type = 'person' AND id = ANY (:persons)) OR body ->> 'respondent' = ANY (:persons))`;

/** Rows that a person is shown in an export. Notes inside the office stay there; a list names others' journeys beside one's own. */
export const SHOWN: Readonly<Record<string, string>> = {
  record: RECORDS,
  journey: 'id = ANY (:journeys)',
  fact: `${BY_JOURNEY} ORDER BY journey_id, version`,
  journey_clock: BY_JOURNEY,
  journey_task: BY_JOURNEY,
  person_trait: BY_PERSON,
  note: `${BY_JOURNEY} AND audience = 'shared' ORDER BY recorded_at, id`,
  file: BY_PERSON,
  approval: BY_JOURNEY,
  emergency_access: `${BY_JOURNEY} ORDER BY opened_at`,
  legal_hold: BY_PERSON,
  sample_unit: `journey = ANY (:journeys) ORDER BY sample, unit`,
  redaction: `journey = ANY (:journeys) ORDER BY id`,
  sample_words: `journey = ANY (:journeys) ORDER BY sample, unit, step`,
  contact_point: `(${BY_PERSON} OR account = ANY (:own_accounts))`,
  account: 'id = ANY (:accounts)',
  account_grant: 'account = ANY (:accounts)',
  account_subject: 'account = ANY (:accounts)',
  account_passkey: 'account = ANY (:accounts)',
  account_session: 'account = ANY (:accounts)',
  access_token: 'account = ANY (:accounts)',
  deputy: 'account = ANY (:accounts)',
  webhook: 'account = ANY (:accounts)',
  audit_entry: `entry::jsonb -> 'subjects' ?| (
    SELECT array_agg(s) FROM (
      SELECT 'person/' || p AS s FROM unnest(:persons) p UNION ALL SELECT 'record/person/' || p FROM unnest(:persons) p
      UNION ALL SELECT 'journey/' || j FROM unnest(:journeys) j) named) ORDER BY position`,
};

/** Rows that go, in this order: what points at another row before that row. */
export const DELETED: Readonly<Record<string, string>> = {
  contact_point: `(${BY_PERSON} OR account = ANY (:own_accounts))`,
  reminder: `${BY_JOURNEY} OR contact_point = ANY (:contact_points)`,
  outbox: `(contact_point = ANY (:contact_points) OR ${BY_OWN_ACCOUNT} OR (${UNSENT} AND NOT ${OF_OTHERS}))`,
  file: BY_PERSON,
  scoped_link: 'journey = ANY (:journeys)',
  note: BY_JOURNEY,
  sample_words: 'journey = ANY (:journeys)',
  redaction: 'journey = ANY (:journeys)',
  deputy: '(account = ANY (:own_accounts) OR deputy = ANY (:own_accounts))',
  webhook_delivery: BY_OWN_ACCOUNT,
  webhook: BY_OWN_ACCOUNT,
  account_grant: `(${BY_PERSON} OR ${BY_OWN_ACCOUNT})`,
  account_subject: BY_OWN_ACCOUNT,
  account_passkey: BY_OWN_ACCOUNT,
  account_recovery_code: BY_OWN_ACCOUNT,
  account_challenge: BY_OWN_ACCOUNT,
  account_link: BY_OWN_ACCOUNT,
  account_session: BY_OWN_ACCOUNT,
  access_token: BY_OWN_ACCOUNT,
  account: 'id = ANY (:own_accounts)',
};

/** Sealed values that are emptied where the row stays as an unlinkable fact. Their key is destroyed too. */
export const EMPTIED: Readonly<Record<string, { readonly set: string; readonly where: string }>> = {
  fact: { set: 'secret = NULL', where: `${BY_JOURNEY} AND secret IS NOT NULL` },
  record: { set: 'secret = NULL', where: `${RECORDS} AND secret IS NOT NULL` },
  approval: { set: `secret = ''`, where: `${BY_JOURNEY} AND secret <> ''` },
  emergency_access: { set: `secret = ''`, where: `${BY_JOURNEY} AND secret <> ''` },
  legal_hold: { set: `secret = '', lift_secret = NULL`, where: `${BY_PERSON} AND secret <> ''` },
};

/** What is taken out of rows that are others'. */
export const TAKEN_OUT: typeof EMPTIED = {
  outbox: {
    set: `data = jsonb_set(data, '{items}', (SELECT jsonb_agg(i.item ORDER BY i.at)
      FROM jsonb_array_elements(data -> 'items') WITH ORDINALITY AS i(item, at) WHERE i.item ->> 'journey' <> ALL (:journeys)))`,
    where: `${UNSENT} AND ${OF_OTHERS} AND contact_point <> ALL (:contact_points)`,
  },
};

/** Last of all. */
export const KEYS = { table: 'person_key', where: BY_PERSON } as const;

const VALUES: Readonly<Record<string, (ids: SubjectIds) => readonly string[]>> = {
  persons: ({ persons }) => persons,
  journeys: ({ journeys }) => journeys,
  accounts: ({ accounts }) => accounts,
  own_accounts: ({ ownAccounts }) => ownAccounts,
  contact_points: ({ contactPoints }) => contactPoints,
};

/** Puts the ids that a statement names in their places. */
export function bound(text: string, ids: SubjectIds): { readonly text: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const places = new Map<string, string>();
  const placed = text.replaceAll(/(?<!:):([a-z_]+)/g, (_, name: string) => {
    const known = places.get(name);
    if (known !== undefined) return known;
    const value = VALUES[name];
    if (value === undefined) throw new Error(`The statement names ids that there are none of: ${name}`);
    values.push(value(ids));
    const place = `$${values.length}::text[]`;
    places.set(name, place);
    return place;
  });
  return { text: placed, values };
}
