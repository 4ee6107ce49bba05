import type { JsonObject } from '@lotse/domain';
import { buildPdf } from '../../files/build-pdf';
import { buildPng } from '../../files/build-images';
import { PROGRAMME } from './people';
import type { Answered, Method, SecuredApi } from './secured-api';
import { TWIN } from './twin-cohort';

/** One id of everything that a tenant has, by the name under which requests give it. */
export type Belongings = Readonly<Record<string, string>>;

/** Runs a statement as the owner of the database, in the scope of everything. */
type AsOwner = (sql: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

const COUNTED_BY_NOBODY: Belongings = { report: 'report-1', sample: 'sample-1', room: 'room-1' };

/**
 * Lets the people of a tenant make one of everything, through the API where it has a way. @param prefix '' or `TWIN`
 * @param figures false where reports are not counted and drawn
 */
export async function belongingsOf(
  secured: SecuredApi,
  prefix: '' | typeof TWIN,
  query: AsOwner,
  { figures = true }: { readonly figures?: boolean } = {},
): Promise<Belongings> {
  const who = (role: string): string => `${prefix === '' ? '' : 'twin-'}${role}`;
  const own = (id: string): string => `${prefix}${id}`;
  const account = `demo-${who('coordinator')}`;
  const journey = own('j01');
  const programme = own(PROGRAMME);
  const organisation = own('company-1');
  const must = (answer: Answered): JsonObject => {
    if (answer.status >= 300) throw new Error(`A belonging was refused: ${answer.body}`);
    return answer.json;
  };
  const make = async (role: string, method: Method, path: string, body?: JsonObject): Promise<JsonObject> =>
    must(await secured.ask(who(role), method, `/api/v1${path}`, body));
  const inSession = async (
    role: string,
    method: Method,
    path: string,
    body?: JsonObject,
  ): Promise<JsonObject> => must(await secured.askInSession(who(role), method, `/api/v1${path}`, body));

  async function countedOf(): Promise<Belongings> {
    const report = await make('coordinator', 'POST', '/reports', {
      id: own('report-1'),
      programme,
      asOf: '2025-02-28',
    });
    const sample = await make('auditor', 'POST', '/samples', {
      id: own('sample-1'),
      programme,
      indicator: 'students',
      asOf: '2025-02-28',
      share: 40,
      seed: 'both were there',
      answersUntil: '2025-04-30',
    });
    const sampleId = String((sample.sample as JsonObject).id);
    const room = await make('coordinator', 'POST', `/samples/${sampleId}/rooms`, {
      id: own('room-1'),
      account: `demo-${who('auditor')}`,
      from: '2025-03-01',
      to: '2025-03-31',
    });
    return {
      report: String((report.report as JsonObject).id),
      sample: sampleId,
      room: String((room.room as JsonObject).id),
    };
  }

  await make('candidate', 'POST', `/journeys/${journey}/complaints`, {
    id: own('complaint-1'),
    text: 'Без ответа',
  });
  await make('coordinator', 'POST', `/journeys/${journey}/notes`, {
    id: own('note-1'),
    audience: 'shared',
    text: 'Für alle',
    role: 'coordinator',
  });
  await make('coordinator', 'POST', `/journeys/${own('j04')}/approvals`, {
    id: own('approval-1'),
    command: {
      id: own('override-1'),
      command: 'override-recommendation',
      happenedOn: '2025-03-20',
      by: { role: 'coordinator' },
      data: { reason: 'he works well', approvedBy: `demo-${who('second')}` },
    },
  });
  await make('coordinator', 'POST', `/journeys/${journey}/emergency`, {
    id: own('emergency-1'),
    reason: 'Das Krankenhaus fragt',
    hours: 1,
  });
  const address = { programme, role: 'company', organisation, language: 'de', address: 'a@b.example' };
  must(await secured.ask('key', 'PUT', `/api/v1/contact-points/${own('contact-1')}`, address));
  const hold = await make('lead', 'POST', '/holds', {
    id: own('hold-1'),
    person: own('p02'),
    reason: 'Klage',
  });
  const file = must(
    await secured.send(
      who('candidate'),
      `/api/v1/journeys/${journey}/files?${new URLSearchParams({ id: own('file-1'), name: 'Паспорт.pdf', topic: 'identity' })}`,
      buildPdf(),
    ),
  );
  const page = must(
    await secured.send(
      who('candidate'),
      `/api/v1/journeys/${journey}/files?${new URLSearchParams({ id: own('page-1'), name: 'page.png', topic: 'identity' })}`,
      buildPng(),
      'image/png',
    ),
  );
  const redaction = await make('coordinator', 'POST', '/redactions', {
    id: own('redaction-1'),
    file: String(file.id),
    pages: [String(page.id)],
  });
  const counted = figures ? await countedOf() : COUNTED_BY_NOBODY;
  const link = await make('coordinator', 'POST', '/links', {
    role: 'mentor',
    organisation,
    reference: own('mentor-company-1'),
    journey,
    commands: ['start-internship'],
    singleUse: true,
    days: 14,
    language: 'de',
    email: 'a@b.example',
  });
  await make('coordinator', 'POST', '/webhooks', {
    id: own('webhook-1'),
    programme,
    url: 'https://reports.example.org/lotse',
  });
  const deputy = await inSession('coordinator', 'POST', '/deputies', {
    account,
    deputy: `demo-${who('second')}`,
    from: '2025-03-20',
    to: '2025-04-20',
  });
  const token = await inSession('coordinator', 'POST', '/tokens', { label: 'import', days: 90 });
  const task = (await make('coordinator', 'GET', `/inbox?journey=${own('j04')}&limit=1`)).tasks;
  await query(
    `INSERT INTO outbox (id, kind, contact_point, programme, role, language, day, data, created_at, attempts, last_code, died_at)
     VALUES ($1, 'mail', $2, $3, 'company', 'de', '2025-03-20', '{"items": []}', '2025-03-20', 3, 'refused', '2025-03-20')`,
    [own('mail-1'), own('contact-1'), programme],
  );
  await query(
    `INSERT INTO account_passkey (id, account, public_key, counter, transports, created_at)
     VALUES ($1, $2, '\\x00', 0, '{}', '2025-03-20')`,
    [own('passkey-1'), account],
  );
  await query(`UPDATE command SET batch = $1 WHERE journey_id = $2`, [own('batch-1'), own('j06')]);
  const [session] = await query('SELECT id FROM account_session WHERE account = $1', [account]);
  const [grant] = await query('SELECT id FROM account_grant WHERE account = $1', [account]);
  const [first] = Array.isArray(task) ? (task as JsonObject[]) : [];

  return {
    journey,
    person: own('p01'),
    into: own('p02'),
    programme,
    organisation,
    company: organisation,
    university: own('uni-1'),
    reference: own('mentor-company-1'),
    mentor: own('mentor-company-1'),
    placement: own('pl01'),
    account,
    deputy: `demo-${who('second')}`,
    handedTo: account,
    who: account,
    approvedBy: `demo-${who('second')}`,
    after: account,
    number: String(deputy.number),
    batch: own('batch-1'),
    contactPoint: own('contact-1'),
    mail: own('mail-1'),
    passkey: own('passkey-1'),
    session: String(session?.id),
    grant: String(grant?.id),
    token: String((token.issued as JsonObject).id),
    link: String(link.id),
    webhook: own('webhook-1'),
    delivery: `webhook.${account}.${own('webhook-1')}.none`,
    complaint: own('complaint-1'),
    note: own('note-1'),
    approval: own('approval-1'),
    emergency: own('emergency-1'),
    hold: String(hold.id),
    file: String(file.id),
    page: String(page.id),
    key: String(first?.key ?? 'none'),
    subject: `journey/${journey}`,
    agreements: own('agr-uni-1'),
    engagements: own('eng-partner-economic-development-office'),
    intentions: own('int-company-1'),
    partnerships: own('nordsachsen-karakol'),
    trips: own('trip-1'),
    interviews: own('iv-company-1'),
    materials: own('mat-website'),
    events: own('event-1'),
    targets: own('target-1'),
    measures: own('measure-1'),
    ...counted,
    redaction: String((redaction.redaction as JsonObject).id),
  };
}

/** An id of the same shape that is nobody's. */
export function nobodys(name: string, id: string): string {
  if (name === 'number') return '999999';
  if (name === 'delivery') return 'webhook.nobody.no-such-webhook.none';
  if (name === 'subject') return 'journey/no-such-journey';
  return /^[\da-f]{8}-/.test(id) ? '00000000-0000-4000-8000-000000000000' : `no-such-${name}`;
}
