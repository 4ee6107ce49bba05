import { Client } from 'pg';
import { referenceRecords, startTestApi, type ApiUnderTest } from './support/running-api';

const OFFICE = {
  programme: 'kg-glass-2023',
  role: 'coordinator',
  language: 'de',
  address: 'büro@оффис.example',
};

describe('mail over HTTP', () => {
  let api: ApiUnderTest;
  let database: Client;

  beforeAll(async () => {
    api = await startTestApi();
    await api.importLines(referenceRecords());
    database = new Client({ connectionString: api.databaseUrl });
    await database.connect();
    // Every row, as the worker that finds a mail dead.
    await database.query(`SELECT set_config('lotse.scope', '{"all":true}', false)`);
  });
  afterAll(async () => {
    await database.end();
    await api.close();
  });
  const dieds = async (...ids: readonly string[]): Promise<void> => {
    for (const [number, id] of ids.entries())
      await database.query(
        `INSERT INTO outbox (id, kind, contact_point, programme, role, language, day, data, created_at, attempts, died_at)
         VALUES ($1, 'mail', $1, 'kg-glass-2023', 'coordinator', 'de', '2024-01-10', '{"items": []}', now(), 1,
           now() - make_interval(hours => $2))`,
        [id, number],
      );
  };

  it('keeps whom it reaches, and never answers the address', async () => {
    await api.put('/api/v1/contact-points/office', OFFICE).expect(204);
    await api
      .put('/api/v1/contact-points/company', { ...OFFICE, role: 'company', organisation: 'company-1' })
      .expect(204);
    await api.put('/api/v1/contact-points/office', { ...OFFICE, language: 'ky' }).expect(204);
    const { body, text } = await api.get('/api/v1/contact-points?programme=kg-glass-2023').expect(200);
    expect(body.contactPoints).toMatchObject([
      { id: 'company', role: 'company', organisation: 'company-1', language: 'de' },
      { id: 'office', role: 'coordinator', language: 'ky' },
    ]);
    expect(text).not.toMatch(/example|null/);
    await api.delete('/api/v1/contact-points/company').expect(204);
    await api.delete('/api/v1/contact-points/company').expect(204);
    expect((await api.get('/api/v1/contact-points?programme=kg-glass-2023')).body.contactPoints).toHaveLength(
      1,
    );
    expect(api.log()).not.toMatch(/оффис/);
  });

  it.each([
    [{ address: 'a@b\r\nBcc: c@d' }, /not of the form/],
    [{ address: 7 }, /address must be a mail address/],
    [{ role: 'king' }, /role must be one of/],
    [{ role: 'company' }, /Give organisation/],
    [{ organisation: 'company-1' }, /Give organisation/],
    [{ role: 'candidate' }, /Give person/],
    [{ language: 'fr' }, /language must be one of/],
    [{ colour: 'red' }, /Remove colour/],
  ])('takes no contact point with %j', async (change, remedy) => {
    const { body } = await api.put('/api/v1/contact-points/wrong', { ...OFFICE, ...change }).expect(422);
    expect(body).toMatchObject({ code: 'fields-invalid', detail: expect.stringMatching(remedy) });
    expect(body.detail).not.toMatch(/Bcc/);
  });

  it('lists dead letters, sends them again, or gives them up', async () => {
    await dieds('mail.a', 'mail.b');
    const ids = async (query = ''): Promise<string[]> =>
      (await api.get(`/api/v1/dead-letters${query}`).expect(200)).body.mails.map(
        ({ id }: { id: string }) => id,
      );
    expect(await ids()).toEqual(['mail.a', 'mail.b']);
    expect(await ids('?limit=1')).toEqual(['mail.a']);
    const again = () => api.post('/api/v1/dead-letters/mail.a/send', {}).expect(200);
    expect((await again()).body).toEqual({ id: 'mail.a', state: 'waiting' });
    expect((await again()).body).toEqual({ id: 'mail.a', state: 'waiting' });
    const waits = await api.delete('/api/v1/dead-letters/mail.a').expect(409);
    expect(waits.body).toMatchObject({ code: 'mail-not-dead' });
    await api.delete('/api/v1/dead-letters/mail.b').expect(204);
    expect(await ids()).toEqual([]);
    for (const asked of [
      api.delete('/api/v1/dead-letters/mail.b'),
      api.post('/api/v1/dead-letters/nothing/send', {}),
      api.delete('/api/v1/dead-letters/%00'),
    ])
      expect((await asked.expect(404)).body).toMatchObject({ code: 'mail-unknown' });
    await api.get('/api/v1/dead-letters?limit=0').expect(422);
    await api.get('/api/v1/contact-points').expect(422);
  });
});
