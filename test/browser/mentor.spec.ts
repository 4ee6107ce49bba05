import { describeInBrowser } from './support/chromium';
import { openConsole, type Console } from './support/console';

jest.setTimeout(180_000);

describeInBrowser('a mentor on a phone', () => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole();
  });
  afterAll(() => console_.close());

  const checkIns = async (journey: string): Promise<{ readonly role: string; readonly risk: string }[]> => {
    const { body } = await console_.api.get(`/api/v1/journeys/${journey}`);
    return body.state.integration.checkIns;
  };

  it('sees their people, gives a check-in by five taps, and the coordination sees it', async () => {
    const page = await console_.as('demo-mentor', 'phone');
    await page.getByRole('heading', { name: 'Meine Leute' }).waitFor();
    await page.getByText(/^0 von \d+ erledigt$/).waitFor();
    await console_.look(page, 'mentor-people-phone');
    const before = await checkIns('j01');
    const card = page.getByRole('listitem').filter({ hasText: 'Азамат Asanov' });
    await card.getByRole('link', { name: 'Check-in' }).click();
    await page.getByRole('radio', { name: 'gut', exact: true }).check();
    await page.getByRole('radio', { name: /Ein wenig/ }).check();
    await page.getByRole('checkbox', { name: 'Wohnung' }).check();
    await page.getByLabel('Ein Satz dazu').fill('Sucht ein Zimmer näher am Betrieb');
    await console_.look(page, 'mentor-check-in-phone');
    await page.getByRole('button', { name: 'Absenden' }).click();
    await page.getByText(/^1 von \d+ erledigt$/).waitFor();
    expect((await checkIns('j01')).slice(before.length)).toMatchObject([{ role: 'mentor', risk: 'watch' }]);
  });

  it('keeps a month that there was no network for, and gives it once when there is', async () => {
    const page = await console_.as('demo-mentor', 'phone');
    const card = page.getByRole('listitem').filter({ hasText: 'Азамат Asanov' });
    await card.getByRole('link', { name: /September 2024/ }).click();
    await page.getByRole('button', { name: 'Gearbeitete Tage: einen halben Tag weniger' }).click();
    await page.getByRole('checkbox', { name: 'Krankheit' }).check();
    await console_.look(page, 'mentor-month-phone');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Monat bestätigen' }).click();
    await card.getByText('wird gesendet, sobald Netz da ist').waitFor();
    await console_.look(page, 'mentor-offline-phone');
    await page.context().setOffline(false);
    await card.getByText('wird gesendet, sobald Netz da ist').waitFor({ state: 'detached' });
    const { body } = await console_.api.get('/api/v1/journeys/j01/timeline');
    const facts: readonly { readonly kind: string; readonly data: { readonly month?: string } }[] =
      body.facts;
    expect(
      facts.filter(({ kind, data }) => kind === 'confirm-month' && data.month === '2024-09'),
    ).toMatchObject([
      { data: { workedDays: 20.5, plannedDays: 21, absences: [{ kind: 'illness', days: 0.5 }] } },
    ]);
  });

  it('reads it in Kyrgyz, dark, on a large screen, and by keyboard', async () => {
    const page = await console_.as('demo-mentor', 'desktop', {
      language: 'ky',
      dark: true,
      path: '/mentees/j05/check-in',
    });
    await page.getByRole('radio').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(2);
    await console_.look(page, 'mentor-check-in-ky');
  });
});
