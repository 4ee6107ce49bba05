import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeInBrowser } from './support/chromium';
import { openConsole, type Console } from './support/console';

jest.setTimeout(120_000);

describeInBrowser('administration and oversight', () => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole();
  });
  afterAll(() => console_.close());

  it('an administrator sees that the system takes requests and every mail has arrived', async () => {
    await writeFile(join(console_.api.home, 'last-backup'), '2024-09-02T02:30:00Z\n');
    const page = await console_.as('demo-administrator', 'desktop', { path: '/system' });
    await page.getByText('Die letzte endete 2. Sept. 2024, 04:30.').waitFor();
    await page.getByRole('heading', { name: 'Datenbank', exact: true }).waitFor();
    await page.getByText('Die Datenbank antwortet.').waitFor();
    await page.getByText(/Setze TEMPORAL_ADDRESS/).waitFor();
    await page.getByRole('heading', { name: 'Alles zugestellt' }).waitFor();
    await console_.look(page, 'administrator-system');
  });

  it('an administrator invites somebody, gives and takes a role, and ends an account', async () => {
    const page = await console_.as('demo-administrator', 'desktop', { path: '/accounts' });
    await page.getByRole('button', { name: 'Jemanden einladen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Гүлзат Өмүрбекова-Bartholomäus');
    await dialog.getByLabel('Mailadresse').fill('gulzat@uni.example');
    await dialog.getByLabel('Rolle', { exact: true }).selectOption('university');
    await dialog.getByRole('button', { name: 'Einladung senden' }).click();
    await dialog.getByText(/ohne das gälte sie für alle/).waitFor();
    await console_.look(page, 'administrator-invite');
    await dialog.getByLabel(/Für welche Organisation/).selectOption('uni-1');
    await dialog.getByRole('button', { name: 'Einladung senden' }).click();
    await page.getByText(/ist eingeladen/).waitFor();

    await page.getByRole('button', { name: /Гүлзат/ }).click();
    await dialog.getByRole('button', { name: 'Rolle geben' }).click();
    await dialog.getByLabel('Rolle', { exact: true }).selectOption('auditor');
    await dialog.getByRole('button', { name: 'Rolle geben' }).click();
    await page.getByText('Die Rolle ist gegeben.').waitFor();
    await dialog.getByRole('button', { name: /^Wegnehmen: Prüf/ }).click();
    await page.getByText(/Die Rolle ist weggenommen/).waitFor();
    await console_.look(page, 'administrator-account');
    await dialog.getByRole('button', { name: 'Sperren' }).click();
    await dialog.getByText(/wird überall abgemeldet/).waitFor();
    await dialog.getByRole('button', { name: 'Sperren' }).click();
    await page.getByText('Das Konto ist gesperrt.').waitFor();
    const { body } = await console_.api.get('/api/v1/accounts');
    const accounts: readonly { readonly name: string; readonly status: string; readonly grants: object[] }[] =
      body.accounts;
    expect(accounts.find(({ name }) => name.startsWith('Гүлзат'))).toMatchObject({
      status: 'disabled',
      grants: [{ role: 'university', organisation: 'uni-1' }],
    });
  });

  it('an administrator reads agreements, organisations and the law on a phone and a tablet, in four languages', async () => {
    for (const [path, language, size] of [
      ['/agreements', 'de', 'phone'],
      ['/organisations', 'ky', 'phone'],
      ['/rules', 'ru', 'phone'],
      ['/accounts', 'en', 'tablet'],
      ['/system', 'ky', 'phone'],
    ] as const) {
      const page = await console_.as('demo-administrator', size, { path, language });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await console_.look(page, `administrator${path.replace('/', '-')}-${size}`);
      await page.context().close();
    }
  });

  it('the data protection lead sees why a person is not erased yet, and holds the data', async () => {
    const page = await console_.as('demo-data-protection', 'phone', { path: '/data-requests?person=p02' });
    await page.getByText(/Löschen träfe \d+ Einträge/).waitFor();
    await page.getByText('Noch nicht möglich.').waitFor();
    await page.getByRole('button', { name: 'Sperre für p02 setzen' }).click();
    await page.getByLabel('Grund').fill('Klage vor dem Arbeitsgericht');
    await page.getByRole('button', { name: 'Sperre setzen' }).click();
    await page.getByRole('button', { name: 'Aufheben: p02' }).waitFor();
    await console_.look(page, 'data-protection-requests-phone');
  });

  it('an auditor draws a sample and finds, the office contradicts, the auditor settles; and sees the whole policy', async () => {
    const page = await console_.as('demo-auditor', 'desktop', { path: '/samples', dark: true });
    await page.getByRole('button', { name: 'Stichprobe ziehen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Zahl').selectOption('nominated');
    await dialog.getByLabel('Stand').fill('2024-08-31');
    await dialog.getByLabel('Losung').fill('vor beiden gezogen');
    await dialog.getByRole('button', { name: 'Stichprobe ziehen' }).click();
    await page.getByRole('button', { name: 'Gezogene Fälle' }).click();
    // Each stands in the item of its sample.
    const units = page.getByRole('listitem').getByRole('listitem');
    await units
      .nth(1)
      .getByRole('button', { name: /^Feststellen/ })
      .click();
    await units
      .nth(1)
      .locator('span')
      .filter({ hasText: /^in Ordnung$/ })
      .waitFor();
    await units
      .first()
      .getByLabel(/^Feststellen/)
      .first()
      .selectOption('day-differs');
    await units
      .first()
      .getByLabel(/^In Worten/)
      .fill('Das Formular ist vom 3. März.');
    await units
      .first()
      .getByRole('button', { name: /^Feststellen/ })
      .click();
    await units.first().getByText('Das Formular ist vom 3. März.').waitFor();
    await console_.look(page, 'auditor-samples-dark');

    const office = await console_.as('demo-coordinator', 'phone', {
      path: page.url().slice(console_.api.url.length),
    });
    await office
      .getByLabel(/^Antworten/)
      .first()
      .selectOption('contradicted');
    await office.getByLabel(/^In Worten/).fill('Unterschrieben wurde am 2. März.');
    await office.getByRole('button', { name: /^Antworten/ }).click();
    await office.getByText('widersprochen').first().waitFor();
    await console_.look(office, 'coordinator-samples-phone');

    await page.reload();
    await units.first().getByText('Unterschrieben wurde am 2. März.').waitFor();
    await units
      .first()
      .getByLabel(/^Abschließen/)
      .first()
      .selectOption('dropped');
    await units
      .first()
      .getByRole('button', { name: /^Abschließen/ })
      .click();
    await units.first().getByText('Feststellung fällt').first().waitFor();
    await page.goto(`${console_.api.url}/rights?role=all`);
    await page.getByRole('heading', { level: 2, name: 'Kandidat/in' }).first().waitFor();
  });

  it('the data protection lead finds who looked at a person, and what is due for erasure', async () => {
    const coordinator = await console_.as('demo-coordinator', 'desktop', { path: '/journeys/j01' });
    await coordinator.getByRole('heading', { level: 1 }).waitFor();

    const page = await console_.as('demo-data-protection', 'desktop', {
      path: '/audit?who=demo-coordinator&subject=journey%2Fj01',
    });
    await page.getByRole('cell', { name: 'demo-coordinator' }).first().waitFor();
    await console_.look(page, 'data-protection-audit');
    await page.goto(`${console_.api.url}/retention`);
    await page.getByRole('heading', { level: 1, name: 'Was zu löschen ist' }).waitFor();
    await page.getByRole('heading', { name: 'Nichts ist fällig' }).waitFor();
    await console_.look(page, 'data-protection-retention');
  });

  it('everybody can read by which rules they see what they see', async () => {
    const page = await console_.as('demo-auditor', 'phone', { path: '/rights', language: 'ky' });
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await console_.look(page, 'auditor-rights-phone');
  });
});
