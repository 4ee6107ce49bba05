import { eventually } from '@lotse/testing';
import { openProxy, type CuttableProxy } from './support/cuttable-proxy';
import { openImport } from './support/open-import';
import { bodyOf, commandsOf, referenceRecords, startTestApi, type ApiUnderTest } from './support/running-api';

describe('while the database cannot be reached', () => {
  let api: ApiUnderTest;
  let proxy: CuttableProxy;
  const [nominate = {}, consent = {}] = commandsOf('j01').map(bodyOf);
  const commands = '/api/v1/journeys/j01/commands';

  beforeAll(async () => {
    api = await startTestApi({}, async (url) => {
      proxy = await openProxy(url);
      return proxy.url;
    });
    await api.importLines(referenceRecords());
    await api.post(commands, nominate).expect(201);
  });
  afterAll(async () => {
    await api.stop();
    await proxy.cut();
    await api.close();
  });

  it('says so, stays alive, and goes on by itself when it is back', async () => {
    await api.get('/health/ready').expect(200, { status: 'ready', reasons: [] });
    const upload = openImport(api.url, api.token);
    await upload.send('{}\n');
    expect(await upload.nextAnswer()).toMatchObject({ line: 1, result: 'refused' });

    await proxy.cut();
    const ready = await api.get('/health/ready').expect(503);
    expect(ready.body).toMatchObject({ status: 'not-ready', reasons: [{ code: 'database-unavailable' }] });
    await api.get('/health/live').expect(200);
    const refused = await api.post(commands, consent).expect(503);
    expect(refused.body).toMatchObject({
      code: 'database-unavailable',
      type: 'urn:lotse:problem:database-unavailable',
    });
    expect(refused.headers['retry-after']).toBe('5');
    expect(JSON.stringify(refused.body)).not.toMatch(/ECONN|127\.0\.0\.1|node_modules|\.ts/);
    await upload.send(`${JSON.stringify(commandsOf('j01')[1])}\n`);
    expect(await upload.nextAnswer()).toMatchObject({
      problem: { code: 'database-unavailable', status: 503 },
    });
    expect(await upload.nextAnswer()).toBeUndefined();
    const first = openImport(api.url, api.token);
    await first.send(`${JSON.stringify(commandsOf('j01')[1])}\n`);
    expect((await first.response).statusCode).toBe(503);
    first.leave();

    await proxy.mend();
    await eventually(
      async () => (await api.get('/health/ready')).status,
      (status) => status === 200,
    );
    await api.post(commands, consent).expect(201);
  });
});
