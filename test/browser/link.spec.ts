import { createDataSource } from '@lotse/persistence';
import { parseMasterKey } from '@lotse/platform';
import { EVERYTHING } from '@lotse/policy';
import type { JsonObject } from '@lotse/domain';
import type { DataSource } from 'typeorm';
import { lettersOf, secretOf } from '../e2e/support/letters';
import { MASTER_KEY } from '../e2e/support/running-api';
import { buildPdf } from '../files/build-pdf';
import { describeInBrowser } from './support/chromium';
import { openConsole, type Console } from './support/console';
import { linesOf } from './support/people-of-a-board';

jest.setTimeout(180_000);

const MENTOR = {
  role: 'mentor',
  organisation: 'company-1',
  reference: 'mentor-company-1',
  journey: 'j01',
  placement: 'pl-j01-1',
  email: 'mentor@glas.example',
};

/** Somebody whose place is agreed and whose agreement the university alone has signed. */
const UNSIGNED = linesOf({
  journey: 'j71',
  givenName: 'Бегимай',
  familyName: 'Төлөгөнова-Großschönau',
  like: 'j01',
  steps: 15,
});

describeInBrowser('a link for somebody without an account, on a phone', () => {
  let console_: Console;
  let dataSource: DataSource;
  let letters: ReturnType<typeof lettersOf>;
  beforeAll(async () => {
    console_ = await openConsole();
    const taken = await console_.api.importLines(UNSIGNED);
    expect(taken.filter(({ result }) => result === 'refused')).toEqual([]);
    dataSource = await createDataSource(console_.api.databaseUrl, { scope: EVERYTHING }).initialize();
    const clock = { now: () => new Date('2024-09-02T12:00:00Z') };
    letters = lettersOf(dataSource, parseMasterKey(MASTER_KEY), clock);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await console_.close();
  });

  /** The page that the mail leads to. */
  async function linkFor(link: JsonObject, language: 'de' | 'ru'): Promise<string> {
    const body = { days: 14, language, singleUse: true, ...link };
    await console_.api.post('/api/v1/links', body).expect(201);
    const letter = (await letters()).findLast(({ to }) => to === link.email);
    return `/form#${secretOf(letter?.notice?.secret ?? '')}`;
  }
  const factsOf = async (journey: string, kind: string): Promise<readonly JsonObject[]> => {
    const { body } = await console_.api.get(`/api/v1/journeys/${journey}/timeline`);
    const facts: readonly JsonObject[] = body.facts;
    return facts.filter((fact) => fact.kind === kind);
  };

  it('a mentor’s check-in is kept while it is typed, waits for the network, arrives once, and the link is over', async () => {
    const path = await linkFor({ ...MENTOR, commands: ['check-in'] }, 'ru');
    const page = await console_.open(path, 'phone', { language: 'ru' });
    await page.getByText('Азамат Asanov').waitFor();
    await page.getByRole('radio', { name: 'хорошо', exact: true }).check();
    await page.getByRole('checkbox', { name: 'жильё' }).check();
    await page.getByLabel('Одно предложение (по желанию)').fill('Скучает по дому');
    await page.reload();
    expect(await page.getByLabel('Одно предложение (по желанию)').inputValue()).toBe('Скучает по дому');
    await page.getByRole('radio', { name: /Немного/ }).check();
    await console_.look(page, 'link-check-in-phone');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Отправить' }).click();
    await page.getByText('Нет сети:', { exact: false }).first().waitFor();
    await console_.look(page, 'link-kept-phone');
    expect(await factsOf('j01', 'check-in')).toEqual([]);
    await page.context().setOffline(false);
    await page.getByText('Спасибо, всё получено.').waitFor();
    expect(await factsOf('j01', 'check-in')).toMatchObject([
      { by: { role: 'mentor', organisation: 'company-1' }, data: { wellbeing: 4, risk: 'watch' } },
    ]);

    const again = await console_.open(path, 'phone', { language: 'ru' });
    await again.getByRole('heading', { name: 'Эта ссылка больше не действует' }).waitFor();
    await console_.look(again, 'link-over-phone');
    expect(await factsOf('j01', 'check-in')).toHaveLength(1);
  });

  it('a signer chooses among two forms, is told what is wrong with the paper, and signs with a right one', async () => {
    const path = await linkFor(
      {
        role: 'company',
        organisation: 'company-1',
        journey: 'j71',
        placement: 'pl-j71-1',
        commands: ['sign-agreement', 'cancel-placement'],
        email: 'werkleitung@glas.example',
      },
      'de',
    );
    const page = await console_.open(path, 'phone');
    await page.getByText('Бегимай Төлөгөнова-Großschönau').waitFor();
    await console_.look(page, 'link-choice-phone');
    await page.getByRole('button', { name: 'Vereinbarung unterschreiben' }).click();
    const paper = async (buffer: Buffer): Promise<void> => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Unterschriebenes Papier oder Nachweis' }).click();
      await (await chooser).setFiles({ name: 'Vereinbarung.pdf', mimeType: 'application/pdf', buffer });
    };
    await paper(Buffer.from('MZ'));
    await page.getByRole('alert').waitFor();
    await paper(buildPdf());
    await page.getByText('Vereinbarung.pdf ist abgelegt.').waitFor();
    await console_.look(page, 'link-sign-phone');
    await page.getByRole('button', { name: 'Vereinbarung unterschreiben' }).click();
    await page.getByText('Danke, das ist angekommen.').waitFor();
    expect(await factsOf('j71', 'sign-agreement')).toMatchObject([
      { by: { role: 'university' } },
      { by: { role: 'company', organisation: 'company-1' }, data: { party: 'company' } },
    ]);
  });

  it('a coordinator sends a link from the journey, and takes it back', async () => {
    const page = await console_.as('demo-coordinator', 'desktop', { path: '/journeys/j01?tab=links' });
    await page.getByRole('button', { name: 'Link senden' }).click();
    await page.getByText('Wählen Sie, wozu der Link ist', { exact: false }).waitFor();
    await page.getByRole('checkbox', { name: 'Monat bestätigen' }).check();
    await page.getByLabel('Mailadresse').fill('meister@glas.example');
    await page.getByText('gilt 90 Tage, mehrmals').waitFor();
    await page.getByRole('button', { name: 'Link senden' }).click();
    const sent = page
      .getByRole('list', { name: 'Links' })
      .getByRole('listitem')
      .filter({ hasText: 'Monat bestätigen' });
    await sent.getByText('offen').waitFor();
    await console_.look(page, 'coordinator-links');

    const letter = (await letters()).findLast(({ to }) => to === 'meister@glas.example');
    const path = `/form#${secretOf(letter?.notice?.secret ?? '')}`;
    const mentor = await console_.open(path, 'phone');
    await mentor.getByRole('button', { name: 'Monat bestätigen' }).waitFor();
    await console_.look(mentor, 'link-month-phone');
    await sent.getByRole('button', { name: /^Zurücknehmen/ }).click();
    await sent.getByText('zurückgenommen').waitFor();
    await mentor.reload();
    await mentor.getByRole('heading', { name: 'Dieser Link gilt nicht mehr' }).waitFor();
  });
});
