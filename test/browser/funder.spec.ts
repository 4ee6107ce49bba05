import { describeInBrowser } from './support/chromium';
import { openConsole, type Console } from './support/console';

jest.setTimeout(180_000);

const PROGRAMME = 'kg-glass-2023';

describeInBrowser('the sheet', () => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole();
    await console_.api
      .put(`/api/v1/programmes/${PROGRAMME}/targets/students-2024`, {
        indicator: 'students',
        on: '2024-12-31',
        value: 20,
        qualifier: 'at-least',
        baseline: 0,
        baselineOn: '2023-10-12',
      })
      .expect(201);
  });
  afterAll(() => console_.close());

  it('a funder begins with the figures in the order of the printed sheet, and gets it as a file', async () => {
    const page = await console_.as('demo-funder');
    await page.getByRole('heading', { name: 'Steckbrief' }).waitFor();
    const students = page.getByRole('listitem').filter({ hasText: 'Studierende' }).first();
    await students.waitFor();
    expect(await students.innerText()).toMatch(/^15\b/);
    expect(await page.getByRole('button', { name: /^Wer und wodurch/ }).count()).toBe(0);
    await console_.look(page, 'funder-sheet');
    await page.getByRole('button', { name: 'Herunterladen' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'CSV · Deutsch' }).first().click();
    expect((await coming).suggestedFilename()).toMatch(/\.csv$/);
  });

  it('shows targets against what is reached, as bars and as a table', async () => {
    const page = await console_.as('demo-funder', 'desktop', { path: '/sheet?view=targets' });
    await page.getByText('15 von mindestens 20').waitFor();
    await page.getByText('Als Tabelle').click();
    await page.getByRole('row', { name: /Studierende/ }).waitFor();
    await console_.look(page, 'funder-targets');
  });

  it('says why a small number is not shown', async () => {
    const page = await console_.as('demo-funder', 'desktop', {
      path: '/sheet?view=bySplit&indicator=students&by=gender',
    });
    await page.getByText('mindestens 5 Personen').waitFor();
    await console_.look(page, 'funder-split');
  });

  it('shows what differs between two moments, by keyboard', async () => {
    const page = await console_.as('demo-funder', 'desktop', {
      path: '/sheet?view=changes&beforeAsOf=2023-11-30',
    });
    await page.getByText('0 → 15').first().waitFor();
    await console_.look(page, 'funder-changes');
    const asOf = page.getByRole('slider', { name: 'Stand', exact: true });
    await asOf.focus();
    await page.keyboard.press('Home');
    await page.waitForURL(/asOf=2023-10-12/);
  });

  it('a coordinator proposes and signs, and the funder sees that a second person is missing', async () => {
    const page = await console_.as('demo-coordinator', 'desktop', { path: '/sheet?view=reports' });
    await page.getByRole('button', { name: 'Diesen Stand vorschlagen' }).click();
    await page.getByRole('button', { name: 'Unterschreiben' }).click();
    await page.getByText('Die zweite Unterschrift gibt eine andere Person.').waitFor();
    await console_.look(page, 'coordinator-reports');

    const second = await console_.as('demo-complaints', 'desktop', { path: '/sheet?view=reports' });
    await second.getByRole('button', { name: 'Unterschreiben' }).click();
    await second.getByText('Gesperrt', { exact: true }).waitFor();
    const funder = await console_.as('demo-funder', 'phone', {
      path: '/sheet?view=reports',
      language: 'ky',
    });
    await funder.getByText('Бекитилди', { exact: true }).waitFor();
    await funder.getByRole('button', { name: 'Көрсөтүү' }).click();
    await funder.getByText('SHA-256').waitFor();
    await funder.getByRole('button', { name: 'Текшерүү' }).click();
    await funder.getByText('Текшерилди:').waitFor();
    await console_.look(funder, 'funder-reports-phone');
  });

  it('an auditor follows a figure to its units and their facts', async () => {
    const page = await console_.as('demo-auditor', 'desktop', { path: '/sheet' });
    await page.getByRole('button', { name: 'Wer und wodurch: Studierende' }).click();
    await page.getByText('15 Einheiten', { exact: false }).waitFor();
    await console_.look(page, 'auditor-units');
  });

  it('an auditor enters the room that was opened, and others read who opened what', async () => {
    const drawn = await console_.api
      .post('/api/v1/samples', {
        id: 'sample-1',
        programme: PROGRAMME,
        asOf: '2024-08-31',
        indicator: 'students',
        share: 20,
        seed: 'both were there',
        answersUntil: '2024-12-31',
      })
      .expect(201);
    await console_.api
      .post(`/api/v1/samples/${String(drawn.body.sample.id)}/rooms`, {
        id: 'room-1',
        account: 'demo-auditor',
        from: '2024-09-01',
        to: '2024-09-30',
      })
      .expect(201);
    const page = await console_.as('demo-auditor', 'desktop', { path: '/rooms' });
    await page.getByRole('listitem').filter({ hasText: 'demo-auditor' }).getByText('1. Sept. 2024').waitFor();
    await console_.look(page, 'auditor-rooms');
    await page.getByRole('link', { name: 'Eintreten' }).click();
    await page.getByText('noch nicht geprüft').first().waitFor();
    await console_.look(page, 'auditor-room');
    const other = await console_.as('demo-data-protection', 'phone', { path: '/rooms', language: 'ky' });
    await other.getByRole('link', { name: 'Ким эмнени ачты' }).click();
    await other.getByRole('cell', { name: 'demo-auditor' }).first().waitFor();
    await console_.look(other, 'room-log-phone');
  });

  it('fits a phone in Kyrgyz', async () => {
    const page = await console_.as('demo-funder', 'phone', { language: 'ky' });
    await page.getByText('Студенттер', { exact: true }).first().waitFor();
    await console_.look(page, 'funder-sheet-phone');
  });
});
