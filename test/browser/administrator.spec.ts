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
    const page = await console_.as('demo-administrator', 'desktop', { path: '/system' });
    await page.getByText('Werden angenommen').waitFor();
    await page.getByRole('heading', { name: 'Alles zugestellt' }).waitFor();
    await console_.look(page, 'administrator-system');
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
