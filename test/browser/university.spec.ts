import { describeInBrowser } from './support/chromium';
import { openConsole, type Console } from './support/console';

jest.setTimeout(180_000);

const person = (id: string, givenName: string, familyName: string): string =>
  JSON.stringify({
    type: 'person',
    id,
    givenName,
    familyName,
    bornOn: '2001-05-06',
    gender: 'female',
    nationality: 'KG',
    languages: [{ code: 'ky', level: 'native' }],
  });

describeInBrowser('a university in the console', () => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole();
    const taken = await console_.api.importLines(
      [person('p97', 'Нургүл', 'Сыдыкова'), person('p98', 'Жаңыл', 'Өмүрзакова')].join('\n'),
    );
    expect(taken.filter(({ result }) => result === 'refused')).toEqual([]);
  });
  afterAll(() => console_.close());

  it('nominates by list: tried first, each row with its result, and the students stand there afterwards', async () => {
    const page = await console_.as('demo-university-1', 'desktop', { path: '/university' });
    const students = page.getByRole('list', { name: 'Unsere Studierenden' });
    await students.getByText('Азамат Asanov').waitFor();
    const agreement = page.getByRole('listitem').filter({ hasText: 'agr-uni-1' });
    await agreement.getByText('in Kraft').waitFor();
    await agreement.getByText('12. Okt. 2023 bis 30. Juni 2025').waitFor();
    await page.getByRole('button', { name: 'Benennen', exact: true }).click();
    const rows = [
      ['p97', 'Glastechnik', '2026-07-31'],
      ['p01', 'Glastechnik', '2026-07-31'],
      ['p98', 'Keramik', '2026-07-31'],
    ];
    for (const [index, [id = '', subject = '', degree = '']] of rows.entries()) {
      if (index > 0) await page.getByRole('button', { name: 'Zeile hinzufügen' }).click();
      const field = (name: string) => page.getByLabel(`${name}, Zeile ${index + 1}`, { exact: true });
      await field('Person').fill(id);
      await field('Studienfach').fill(subject);
      await field('Abschluss erwartet am').fill(degree);
    }
    await page.getByRole('button', { name: 'Erst prüfen' }).click();
    await page.getByText('würde gelingen').nth(1).waitFor();
    await page.getByText('geht nicht').waitFor();
    await console_.look(page, 'university-list');
    await page.getByRole('button', { name: '3 Personen benennen' }).click();
    await students.getByText('Жаңыл Өмүрзакова').waitFor();
    await students.getByText('Нургүл Сыдыкова').waitFor();
    await page.getByText('geht nicht').waitFor();
  });

  it('sends a rejected nomination again', async () => {
    const page = await console_.as('demo-university-1', 'desktop', { path: '/university' });
    const student = page.getByRole('listitem').filter({ hasText: 'Нургүл Сыдыкова' });
    await student.waitFor();
    const { journeys } = (await (
      await page.request.get(`${console_.api.url}/api/v1/cohort?programme=kg-glass-2023`)
    ).json()) as { readonly journeys: readonly { readonly id: string; readonly person: string }[] };
    const id = journeys.find((one) => one.person === 'p97')?.id ?? '';
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
