import { describeInBrowser } from './support/chromium';
import { openConsole, type Console } from './support/console';

jest.setTimeout(180_000);

/** As a spreadsheet copies it: two new people, one of them twice, and one whom the university nominated before. */
const LIST = [
  'Vorname\tFamilienname\tGeboren am\tGeschlecht\tStaatsangehörigkeit\tSprachen\tStudienfach\tAbschluss erwartet am',
  'Нургүл\tСыдыкова\t6.5.2001\tweiblich\tKirgisistan\tky Muttersprache, de B1\tGlastechnik\t31.07.2026',
  'Нургүл\tСыдыкова\t2001-05-06\tweiblich\tKG\t\tGlastechnik\t2026-07-31',
  'Жаңыл\tӨмүрзакова\t2001-05-06\tw.\tKG\t\tKeramik\t2026-07-31',
].join('\n');

describeInBrowser('a university in the console', () => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole();
  });
  afterAll(() => console_.close());

  it('nominates somebody new by a form, who stands among its students afterwards', async () => {
    const page = await console_.as('demo-university-1', 'desktop', { path: '/university' });
    const agreement = page.getByRole('listitem').filter({ hasText: 'agr-uni-1' });
    await agreement.getByText('in Kraft').waitFor();
    await agreement.getByText('12. Okt. 2023 bis 30. Juni 2025').waitFor();
    await page.getByRole('link', { name: 'Benennen', exact: true }).last().click();
    await page.getByLabel('Vorname').fill('Айжан');
    await page.getByLabel('Familienname').fill('Төрөбекова');
    await page.getByRole('button', { name: '1 Person benennen' }).click();
    await page.getByText('Bitte ausfüllen.').first().waitFor();
    await console_.look(page, 'university-nominate');
    await page.getByLabel('Geboren am').fill('2001-05-06');
    await page.getByLabel('Geschlecht').selectOption('female');
    await page.getByLabel('Staatsangehörigkeit').selectOption('KG');
    await page.getByLabel('Deutsch, Niveau').selectOption('de B1');
    await page.getByLabel('Studienfach').fill('Glastechnik');
    await page.getByLabel('Abschluss erwartet am').fill('2026-07-31');
    await page.getByRole('button', { name: '1 Person benennen' }).click();
    await page.getByRole('link', { name: /^Benannt/ }).waitFor();
    expect(await page.getByLabel('Vorname').inputValue()).toBe('');
    await page.getByRole('link', { name: 'Zu unseren Studierenden' }).click();
    await page.getByRole('list', { name: 'Unsere Studierenden' }).getByText('Айжан Төрөбекова').waitFor();
  });

  it('nominates by list: tried first, each line with its result, and what was right is done', async () => {
    const page = await console_.as('demo-university-1', 'desktop', { path: '/nominate?as=list' });
    await page.getByLabel('Personen', { exact: true }).fill(LIST);
    const table = page.getByRole('region', { name: 'So wurde die Liste verstanden' });
    await table
      .getByRole('row', { name: /Нургүл Сыдыкова.*6. Mai 2001.*weiblich.*Kirgisistan/ })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Erst prüfen' }).click();
    await table.getByText('würde gelingen').waitFor();
    await table.getByText('Steht nur einmal in der Liste').waitFor();
    await table.getByText(/Geschlecht\)/).waitFor();
    await console_.look(page, 'university-list');
    await page.getByLabel('Personen', { exact: true }).fill(LIST.replace('w.', 'weiblich'));
    await page.getByRole('button', { name: '3 Personen benennen' }).click();
    await table.getByText('benannt', { exact: true }).nth(1).waitFor();
    await page.goto(`${console_.api.url}/university`);
    const students = page.getByRole('list', { name: 'Unsere Studierenden' });
    await students.getByText('Жаңыл Өмүрзакова').waitFor();
    await students.getByText('Нургүл Сыдыкова').waitFor();
  });

  it('gives a template of the list to fill in', async () => {
    const page = await console_.as('demo-university-1', 'phone', {
      language: 'ky',
      path: '/nominate?as=list',
    });
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Үлгүнү жүктөп алуу' }).click();
    expect((await coming).suggestedFilename()).toBe('lotse-sunush.csv');
    await console_.look(page, 'university-list-phone');
    await page.getByText('Бир адам', { exact: true }).click();
    await page.getByLabel('Аты', { exact: true }).waitFor();
    await console_.look(page, 'university-nominate-phone');
  });

  it('is done by the coordination for a university that sends its list', async () => {
    const page = await console_.as('demo-coordinator', 'desktop', { path: '/nominate' });
    await page.getByLabel('Unter welcher Vereinbarung').waitFor();
    await page.getByLabel('Vorname').fill('Бегимай');
    await page.getByLabel('Familienname').fill('Асанова');
    await page.getByLabel('Geboren am').fill('2000-02-29');
    await page.getByLabel('Geschlecht').selectOption('female');
    await page.getByLabel('Staatsangehörigkeit').selectOption('KG');
    await page.getByLabel('Studienfach').fill('Keramik');
    await page.getByLabel('Abschluss erwartet am').fill('2026-07-31');
    await page.getByRole('button', { name: '1 Person benennen' }).click();
    await page.getByRole('link', { name: /^Benannt/ }).click();
    await page.getByRole('heading', { name: 'Бегимай Асанова' }).waitFor();
  });

  it('sends a rejected nomination again', async () => {
    const page = await console_.as('demo-university-1', 'desktop', { path: '/university' });
    const student = page.getByRole('listitem').filter({ hasText: 'Нургүл Сыдыкова' });
    await student.waitFor();
    const { journeys } = (await (
      await page.request.get(`${console_.api.url}/api/v1/cohort?programme=kg-glass-2023`)
    ).json()) as {
      readonly journeys: readonly { readonly id: string; readonly name?: { readonly given: string } }[];
    };
    const id = journeys.find((one) => one.name?.given === 'Нургүл')?.id ?? '';
    await console_.api.post(`/api/v1/journeys/${id}/commands`, {
      id: 'answer-p97',
      command: 'answer-nomination',
      happenedOn: '2024-09-02',
      by: { role: 'coordinator' },
      data: { answer: 'rejected', reason: 'Transcript missing' },
    });
    await student.getByText('zurückgewiesen').waitFor();
    await student.getByRole('button', { name: /Benennung erneut senden/ }).click();
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await student.getByText('erneut gesendet').waitFor();
  });

  it('fits a phone, in Kyrgyz', async () => {
    const page = await console_.as('demo-university-1', 'phone', { language: 'ky', path: '/university' });
    await page.getByText('Азамат Asanov').waitFor();
    await console_.look(page, 'university-phone');
  });
});
