import { buildPdf } from '../files/build-pdf';
import { describeInBrowser } from './support/chromium';
import { openConsole, type Console, type Size } from './support/console';
import { linesOf, UNTIL } from './support/people-of-a-board';
import { seedUsers } from './support/seed-users';

jest.setTimeout(180_000);

/** Two to whom the self-commitment was issued and who have not signed it. */
const UNSIGNED = [
  { journey: 'j81', givenName: 'Бегимай', familyName: 'Төлөгөнова' },
  { journey: 'j82', givenName: 'Нурбек', familyName: 'Жээнбеков' },
];

describeInBrowser('a candidate', () => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole();
    const lines = UNSIGNED.map((one) => linesOf({ ...one, like: 'j01', steps: UNTIL.issued }));
    const taken = await console_.api.importLines(lines.join('\n'));
    expect(taken.filter(({ result }) => result === 'refused')).toEqual([]);
    const users = UNSIGNED.map(({ journey, givenName, familyName }) => ({
      id: `demo-${journey}`,
      name: `${givenName} ${familyName}`,
      grants: [{ role: 'candidate' as const, person: `p-${journey}` }],
    }));
    await seedUsers(console_.api, users);
  });
  afterAll(() => console_.close());

  const state = async (): Promise<{
    readonly status: { readonly code: string };
    readonly consents: Readonly<Record<string, unknown>>;
    readonly integration: { readonly checkIns: readonly { readonly role: string }[] };
  }> => (await console_.api.get('/api/v1/journeys/j01')).body.state;

  it('reads where they are in plain words, what comes, and who does what', async () => {
    const page = await console_.as('demo-candidate', 'phone');
    await page.getByRole('heading', { name: 'Du bist hier' }).waitFor();
    await page.getByText('Du machst dein Praktikum.', { exact: false }).waitFor();
    await page.getByText('Als Nächstes: Wie war es?').waitFor();
    const others = page.getByRole('region', { name: 'Das machen andere' });
    await others.getByText('Praktikum beendet').waitFor();
    await others
      .getByText(/Mentor/)
      .first()
      .waitFor();
    await console_.look(page, 'candidate-path-phone');
  });

  it('uploads a paper', async () => {
    const page = await console_.as('demo-candidate', 'phone', { path: '/my-papers' });
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Papier hochladen' }).click();
    await (
      await chooser
    ).setFiles({
      name: 'Паспорт.pdf',
      mimeType: 'application/pdf',
      buffer: buildPdf(),
    });
    await page.getByText('Паспорт.pdf').waitFor();
    await console_.look(page, 'candidate-papers-phone');
  });

  it.each([
    ['j81', 'phone'],
    ['j82', 'desktop'],
  ] satisfies [string, Size][])(
    'signs the self-commitment of %s on a %s: paper, word, signature',
    async (journey, size) => {
      const page = await console_.as(`demo-${journey}`, size, { path: '/my-papers' });
      const sign = page.getByRole('button', { name: /^Selbstverpflichtung unterschreiben:/ });
      await sign.click();
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Unterschriebenes Papier wählen' }).click();
      await (
        await chooser
      ).setFiles({ name: 'Өз милдеттенме.pdf', mimeType: 'application/pdf', buffer: buildPdf() });
      await page.getByText('Das Papier ist da.', { exact: false }).waitFor();
      await page.getByRole('radio', { name: 'Ja' }).check();
      await console_.look(page, `candidate-sign-${size}`);
      await page.getByRole('button', { name: 'Selbstverpflichtung unterschreiben', exact: true }).click();
      await sign.waitFor({ state: 'detached' });
      const { body } = await console_.api.get(`/api/v1/journeys/${journey}`);
      expect(body.state.commitment).toMatchObject({ signed: { on: '2024-09-02', textVersion: 'sv-1' } });
    },
  );

  it('says how it goes, and complains', async () => {
    const page = await console_.as('demo-candidate', 'phone', { path: '/my-talk' });
    await page.getByRole('button', { name: 'Sagen, wie es geht' }).click();
    await page.getByRole('radio', { name: 'geht so' }).check();
    await page.getByRole('radio', { name: 'Nein, alles läuft' }).check();
    await page.getByRole('button', { name: 'Absenden', exact: true }).click();
    await page.getByRole('button', { name: 'Sagen, wie es geht' }).waitFor();
    expect((await state()).integration.checkIns.map(({ role }) => role)).toContain('candidate');
    await page.getByLabel('Was ist passiert?').fill('Бирөө менден орун үчүн акча сурады.');
    await page.getByRole('button', { name: 'Beschwerde absenden' }).click();
    await page.getByText('eingegangen').waitFor();
    await console_.look(page, 'candidate-talk-phone');
  });

  it('complains without a name, and looks for the answer by the code', async () => {
    const page = await console_.open('/complaint?programme=kg-glass-2023', 'phone');
    await page.getByLabel('Was ist passiert?').fill('Wir sollten für den Platz bezahlen.');
    await page.getByRole('button', { name: 'Ohne Namen absenden' }).click();
    const code = await page.getByRole('status').getByLabel('Dein Code').inputValue();
    await page.getByLabel('Dein Code').last().fill(code);
    await page.getByRole('button', { name: 'Nachsehen' }).click();
    await page.getByText('Noch nicht gelesen.').waitFor();
    await console_.look(page, 'candidate-anonymous-phone');
  });

  it('agrees to a purpose and takes it back, takes all data along, and leaves', async () => {
    const page = await console_.as('demo-candidate', 'phone', { path: '/my-data' });
    await page.getByRole('button', { name: 'Fotos und Berichte: Ja sagen' }).click();
    await page.getByRole('button', { name: 'Fotos und Berichte: Zurücknehmen' }).waitFor();
    expect(Object.keys((await state()).consents)).toContain('publicity');
    await page.getByRole('button', { name: 'Fotos und Berichte: Zurücknehmen' }).click();
    await page.getByRole('button', { name: 'Ja, zurücknehmen' }).click();
    await page.getByRole('button', { name: 'Fotos und Berichte: Ja sagen' }).waitFor();
    expect(Object.keys((await state()).consents)).not.toContain('publicity');
    await console_.look(page, 'candidate-data-phone');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Meine Daten herunterladen' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.zip$/);
    await page.getByRole('button', { name: 'Was bedeutet das?' }).click();
    await page.getByRole('button', { name: 'Jetzt aufhören' }).waitFor();
    await console_.look(page, 'candidate-leave-phone');
    await page.getByRole('button', { name: 'Jetzt aufhören' }).click();
    await page.getByRole('heading', { name: 'Aufhören' }).waitFor({ state: 'detached' });
    expect((await state()).status.code).toBe('closed');
  });

  it('reads it in Kyrgyz on a large screen, dark', async () => {
    const page = await console_.as('demo-candidate', 'desktop', { language: 'ky', dark: true });
    await page.getByRole('heading', { name: 'Бүт жол' }).waitFor();
    await console_.look(page, 'candidate-path-ky');
  });
});
