import { describeInBrowser } from './support/chromium';
import { openConsole, type Console } from './support/console';

jest.setTimeout(120_000);

describeInBrowser('ways into the console', () => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole();
  });
  afterAll(() => console_.close());

  it('a visitor of the demo signs in by one click and stands in the inbox of the role', async () => {
    const page = await console_.open('/');
    await page.getByRole('heading', { name: 'Lotse ausprobieren' }).waitFor();
    await console_.look(page, 'sign-in');
    await page.getByRole('button', { name: 'Katrin Vogel' }).click();
    await page.getByRole('heading', { name: 'Eingang' }).waitFor();
    await page.getByRole('listitem').first().waitFor();
    await console_.look(page, 'coordinator-inbox');
  });

  it('fits a phone', async () => {
    const page = await console_.open('/', 'phone', { language: 'ky' });
    await page.getByRole('button', { name: 'Katrin Vogel' }).waitFor();
    await console_.look(page, 'sign-in-phone');
    await page.getByRole('button', { name: 'Katrin Vogel' }).click();
    await page.getByRole('listitem').first().waitFor();
    await console_.look(page, 'coordinator-inbox-phone');
  });
});
