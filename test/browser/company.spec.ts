import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeInBrowser } from './support/chromium';
import { openConsole, type Console, type Size } from './support/console';
import { linesOf } from './support/people-of-a-board';

jest.setTimeout(180_000);

const EXAMPLE = join(__dirname, '../../examples/kg-glass-2023/kg-glass-2023.jsonl');
/** The day of these hires: internships are over and contracts prepared. */
const LATER = '2025-02-20';

interface Given {
  readonly id: string;
  readonly journey: string;
  readonly command: string;
  readonly happenedOn: string;
  readonly by: object;
}
const commandLine = (given: Given, data: object): string =>
  JSON.stringify({ type: 'command', ...given, data });

/** Somebody whom the coordination offers to the first company. */
const OFFERED = [
  JSON.stringify({
    type: 'person',
    id: 'p98',
    givenName: 'Жаңыл',
    familyName: 'Өмүрзакова',
    bornOn: '2001-05-06',
    gender: 'female',
    nationality: 'KG',
    languages: [{ code: 'ky', level: 'native' }],
  }),
  commandLine(
    {
      id: 'offer-1',
      journey: 'j98',
      command: 'nominate',
      happenedOn: '2024-08-01',
      by: { role: 'university', organisation: 'uni-1' },
    },
    {
      person: 'p98',
      programme: 'kg-glass-2023',
      university: 'uni-1',
      agreement: 'agr-uni-1',
      subject: 'Glass technology',
      expectedDegreeOn: '2026-07-31',
    },
  ),
  commandLine(
    {
      id: 'offer-2',
      journey: 'j98',
      command: 'reserve-placement',
      happenedOn: '2024-08-20',
      by: { role: 'coordinator' },
    },
    {
      placement: 'pl-j98-1',
      company: 'company-1',
      site: 'Oschatz',
      from: '2024-11-04',
      to: '2025-03-31',
      hoursPerWeek: 40,
      route: '16e',
      goal: 'Glass technology',
      supervision: 'Named mentor, weekly talk',
      legalRelation: 'Internship contract',
      hostCoversPublicCosts: true,
      mandatory: true,
      monthlyPayEur: 900,
    },
  ),
].join('\n');

/** Two whose internship is over and evaluated, and about whom the company has said nothing yet. */
const DECIDING = [
  { journey: 'j83', givenName: 'Чолпон', familyName: 'Үсөнбаева' },
  { journey: 'j84', givenName: 'Максат', familyName: 'Бердибеков' },
];
const UNTIL_EVALUATED = 34;

/** What happened until that day, and the route that the coordination chose for the hire. */
const sinceThen = (): string =>
  [
    ...readFileSync(EXAMPLE, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{"type": "command"'))
      .filter((line) => {
        const { happenedOn }: { happenedOn: string } = JSON.parse(line);
        return happenedOn > '2024-09-02' && happenedOn <= LATER;
      }),
    commandLine(
      {
        id: 'route-1',
        journey: 'j01',
        command: 'choose-route',
        happenedOn: '2025-02-18',
        by: { role: 'coordinator' },
      },
      {
        stay: 2,
        route: '18g',
        fastTrack: false,
      },
    ),
  ].join('\n');

describeInBrowser('a company in the console', () => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole();
    const taken = await console_.api.importLines(OFFERED);
    expect(taken.filter(({ result }) => result === 'refused')).toEqual([]);
  });
  afterAll(() => console_.close());

  it('agrees to somebody who is offered, without a name before that', async () => {
    const page = await console_.as('demo-company-1', 'desktop', { path: '/company' });
    const offered = page.getByRole('region', { name: 'Ihnen angeboten' });
    await offered.getByRole('link', { name: 'p98' }).waitFor();
    await console_.look(page, 'company');
    await offered
      .getByRole('button', { name: /^Platz zusagen|zustimmen|zusagen/i })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Mentor/in' }).fill('mentor-company-1');
    await dialog.locator('button[type=submit]').click();
    const coming = page.getByRole('region', { name: 'Kommen bald' });
    await coming.getByRole('link', { name: 'Жаңыл Өмүрзакова' }).waitFor();
  });

  it('sees that the pay is below the floor, mends it, and approves the hire', async () => {
    console_.api.turnTo(LATER);
    const taken = await console_.api.importLines(sinceThen());
    expect(taken.filter(({ result }) => result === 'refused')).toEqual([]);
    const page = await console_.as('demo-company-1', 'desktop', { path: '/company/hires/j01' });
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: /^Zustimmen/ }).click();
    await dialog.locator('button[type=submit]').click();
    const pay = page.getByRole('listitem').filter({ hasText: 'Gehaltsgrenze' });
    await pay.getByText('fehlt').waitFor();
    await pay.getByText(/48300 € a year.*§ 18g AufenthG/).waitFor();
    await console_.look(page, 'company-hire');
    await pay.getByRole('button').click();
    await dialog.getByRole('textbox', { name: /Bruttogehalt im Monat/ }).fill('4100');
    await dialog.getByRole('textbox', { name: 'Grund' }).fill('Gehaltsgrenze');
    await dialog.locator('button[type=submit]').click();
    await pay.getByText('erfüllt').waitFor();
    await page.getByRole('button', { name: /^Zustimmen/ }).click();
    await dialog.locator('button[type=submit]').click();
    await pay.getByText(/geprüft bei Ihrer Unterschrift/).waitFor();
  });

  it.each([
    ['j83', 'desktop'],
    ['j84', 'phone'],
  ] satisfies [string, Size][])(
    'recommends %s and prepares the contract by a form, on a %s',
    async (journey, size) => {
      const lines = DECIDING.map((one) => linesOf({ ...one, like: 'j01', steps: UNTIL_EVALUATED }));
      const taken = await console_.api.importLines(lines.join('\n'));
      expect(taken.filter(({ result }) => result === 'refused')).toEqual([]);
      const page = await console_.as('demo-company-1', size, { path: `/company/hires/${journey}` });
      const dialog = page.getByRole('dialog');
      await page.getByRole('button', { name: 'Zustimmen: Übernahme empfehlen' }).click();
      await dialog.locator('button[type=submit]').click();
      await page.getByRole('button', { name: 'Zustimmen: Arbeitsvertrag vorbereiten' }).click();
      await dialog.getByRole('textbox', { name: 'Stelle' }).fill('Fachkraft Glastechnik');
      await dialog.getByRole('textbox', { name: /Bruttogehalt im Monat/ }).fill('4100');
      await dialog.getByRole('textbox', { name: 'Stunden je Woche' }).fill('39');
      await dialog.getByLabel('Beginnt am').fill('2025-10-01');
      await console_.look(page, `company-contract-${size}`);
      await dialog.locator('button[type=submit]').click();
      const offer = page.getByRole('region', { name: 'Angebot' });
      await offer.getByText(/4\.100/).waitFor();
      const { body } = await console_.api.get(`/api/v1/journeys/${journey}`);
      expect(Object.values(body.state.contracts)).toMatchObject([
        { company: 'company-1', monthlyGrossEur: 4100, hoursPerWeek: 39, startsOn: '2025-10-01' },
      ]);
      expect(Object.values(body.state.placements)).toMatchObject([{ recommended: true }]);
    },
  );

  it('fits a phone, in Kyrgyz', async () => {
    const page = await console_.as('demo-company-1', 'phone', { language: 'ky', path: '/company/hires/j01' });
    await page.getByRole('heading', { name: 'Текшерүүлөр' }).waitFor();
    await console_.look(page, 'company-hire-phone');
  });
});
