import type { Page, Route } from 'playwright-core';
import { describeInBrowser } from './support/chromium';
import { openConsole, type Console } from './support/console';
import { linesOf, UNTIL } from './support/people-of-a-board';

jest.setTimeout(300_000);

const PEOPLE = [
  { journey: 'ai', givenName: 'Айжан', familyName: 'Өмүрова', like: 'j01', steps: UNTIL.signed },
  { journey: 'be', givenName: 'Бермет', familyName: 'Асанова', like: 'j01', steps: UNTIL.issued },
  { journey: 'ch', givenName: 'Чолпон', familyName: 'Жээнбекова', like: 'j01', steps: UNTIL.signed },
  { journey: 'di', givenName: 'Динара', familyName: 'Үсөнова', like: 'j01', steps: UNTIL.committed - 1 },
  { journey: 'el', givenName: 'Элнура', familyName: 'Токтогулова', like: 'j01', steps: UNTIL.signed },
  { journey: 'fa', givenName: 'Фатима', familyName: 'Исакова', like: 'j01', steps: UNTIL.selected },
] as const;

const GIVEN =
  'Алтынай Бегимай Венера Гүлзат Дамира Жибек Зарина Индира Каныкей Лира Мээрим Назгүл Өкүм Перизат Үрүмкан';
const PLACE = ['reserve-placement', 'agree-placement', 'opt-in'];
/** Fifteen who wait for their place: the twelfth’s company has not agreed, the last two have no place. */
const FIFTEEN = GIVEN.split(' ').map((givenName, index) => ({
  journey: `f${index}`,
  givenName,
  familyName: 'Бекташева',
  like: index === 12 ? ('j02' as const) : ('j01' as const),
  steps: UNTIL.placed,
  without: index < 12 ? [] : index === 12 ? PLACE.slice(1) : PLACE,
}));

describeInBrowser('a coordinator', () => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole();
    const taken = await console_.api.importLines([...PEOPLE, ...FIFTEEN].map(linesOf).join('\n'));
    expect(taken.filter(({ result }) => result === 'refused')).toEqual([]);
    const address = { role: 'candidate', person: 'p-be', language: 'ky', address: 'bermet@example.org' };
    const kept = await console_.api.put('/api/v1/contact-points/bermet', {
      programme: 'kg-glass-2023',
      ...address,
    });
    expect(kept.status).toBe(204);
  });
  afterAll(() => console_.close());

  const stateOf = async (journey: string) => (await console_.api.get(`/api/v1/journeys/${journey}`)).body;
  const facts = async (journey: string, kind: string): Promise<readonly { readonly data: object }[]> =>
    (await console_.api.get(`/api/v1/journeys/${journey}/timeline`)).body.facts.filter(
      (fact: { readonly kind: string }) => fact.kind === kind,
    );
  const rowOf = (page: Page, name: string, what: string) =>
    page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: what });
  const columnOf = (page: Page, stage: string) => page.getByRole('region', { name: new RegExp(`^${stage}`) });

  it('begins at the inbox and does a task there without leaving', async () => {
    const page = await console_.as('demo-coordinator');
    await page.getByRole('heading', { name: 'Eingang', level: 1 }).waitFor();
    const row = rowOf(page, 'Айжан Өмүрова', 'Gegenzeichnen');
    await row.getByRole('button', { name: 'Gegenzeichnen' }).click();
    await console_.look(page, 'coordinator-inbox');
    await row.getByRole('textbox', { name: 'Nachweis' }).fill('sv-ai');
    await row.locator('button[type=submit]').click();
    await row.waitFor({ state: 'detached' });
    expect((await stateOf('ai')).state.commitment).toMatchObject({ countersignedOn: '2024-09-02' });
  });

  it('puts a task off, and finds it again under what was put off', async () => {
    const page = await console_.as('demo-coordinator', 'phone');
    const row = rowOf(page, 'Чолпон Жээнбекова', 'Gegenzeichnen');
    await row.getByRole('button', { name: 'Zurückstellen' }).click();
    await page.getByRole('menuitem', { name: 'Eine Woche' }).click();
    await row.waitFor({ state: 'detached' });
    await console_.look(page, 'coordinator-inbox-phone');
    await page.getByText('Zurückgestellt', { exact: true }).click();
    await row.getByText('Zurückgestellt bis 9. Sept. 2024').waitFor();
  });

  it('hands a task to a colleague, chosen by name', async () => {
    const page = await console_.as('demo-coordinator');
    const row = rowOf(page, 'Элнура Токтогулова', 'Gegenzeichnen');
    await row.getByRole('button', { name: 'Zurückstellen' }).click();
    await page.getByRole('menuitem', { name: 'Übergeben' }).click();
    const dialog = page.getByRole('dialog', { name: 'Übergeben' });
    await dialog.getByRole('combobox', { name: 'An', exact: true }).click();
    const colleague = page.getByRole('listbox').getByRole('option').first();
    const name = (await colleague.textContent()) ?? '';
    await colleague.click();
    await console_.look(page, 'coordinator-hand-over');
    await dialog.getByRole('button', { name: 'Übergeben' }).click();
    await row.getByText(`Übergeben an ${name}`).waitFor();
  });

  it('works by keyboard alone: from the inbox to a person, and to a command', async () => {
    const page = await console_.as('demo-coordinator');
    await rowOf(page, 'Чолпон Жээнбекова', 'Selbstverpflichtung').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('z');
    await page.getByRole('menuitem', { name: 'Eine Woche' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'Suchen oder handeln' }).waitFor();
    await page.keyboard.type('elnura');
    await page.getByText('Элнура Токтогулова').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Элнура Токтогулова' }).waitFor();
    await console_.look(page, 'coordinator-journey');
    await page.getByRole('button', { name: 'Handeln', exact: true }).focus();
    await page.keyboard.press('Enter');
    // The menu gives the focus to its first item by itself, before or after an arrow is pressed.
    await page.getByRole('menuitem', { name: 'Ruhen lassen' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Grund' }).focus();
    await page.keyboard.type('Сессия');
    await page.keyboard.press('Tab');
    await page.keyboard.type('10012024'); // month, day and year of Chromium's own field
    await dialog.locator('button[type=submit]').focus();
    await page.keyboard.press('Enter');
    await page.getByText('ruht', { exact: true }).first().waitFor();
    expect((await stateOf('el')).status).toBe('on-hold');
  });

  describe('on the board', () => {
    it('drags somebody to a stage that takes them', async () => {
      const page = await console_.as('demo-coordinator', 'desktop', { path: '/board' });
      const card = columnOf(page, 'Ausgewählt').getByRole('listitem').filter({ hasText: 'Динара' });
      await card.dragTo(columnOf(page, 'Verpflichtet').getByRole('heading'));
      const dialog = page.getByRole('dialog', { name: 'Динара Үсөнова nach „Verpflichtet“' });
      await dialog.getByRole('button', { name: 'Weiterschalten' }).click();
      await columnOf(page, 'Verpflichtet').getByText('Динара Үсөнова').waitFor();
      expect((await stateOf('di')).stage).toBe('COM');
      await console_.look(page, 'coordinator-board');
    });

    it('3: is told by a refused move which guard is unmet and who can meet it, and reminds them from there', async () => {
      const page = await console_.as('demo-coordinator', 'desktop', { path: '/board' });
      const card = columnOf(page, 'Ausgewählt').getByRole('listitem').filter({ hasText: 'Бермет' });
      await card.dragTo(columnOf(page, 'Zugeordnet'));
      const dialog = page.getByRole('dialog', { name: 'Бермет Асанова nach „Zugeordnet“' });
      await dialog.getByText('Vorher kommt „Verpflichtet“.').waitFor();
      const unsigned = dialog.getByRole('listitem').filter({ hasText: 'Selbstverpflichtung unterschrieben' });
      await unsigned.getByText('Kandidat/in kann das erledigen').waitFor();
      await console_.look(page, 'coordinator-refused');
      expect((await stateOf('be')).stage).toBe('SEL');
      await unsigned.getByRole('button', { name: 'Erinnern' }).click();
      await page.getByText('Erinnerung geht an Kandidat/in (1 Adresse).').waitFor();
      await unsigned.getByRole('button', { name: 'erinnert heute' }).waitFor();
    });

    it('moves by the menu of a card, on a phone and by keyboard', async () => {
      const page = await console_.as('demo-coordinator', 'phone', { path: '/board' });
      await page.getByRole('button', { name: 'Бермет Асанова verschieben' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: /^Verpflichtet – \d Punkte fehlen$/ }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText('Das geht noch nicht').waitFor();
      await console_.look(page, 'coordinator-refused-phone');
    });
  });

  describe('beside somebody else', () => {
    it('sees what they do without asking again', async () => {
      const seen = await console_.as('demo-coordinator', 'desktop', { path: '/journeys/ch' });
      await seen.getByText('noch nicht gegengezeichnet').waitFor();
      const page = await console_.as('demo-complaints', 'desktop', { path: '/journeys/ch' });
      await page.getByRole('button', { name: 'Gegenzeichnen' }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Nachweis' }).fill('sv-ch');
      await dialog.locator('button[type=submit]').click();
      await dialog.waitFor({ state: 'detached' });
      await seen.getByText('noch nicht gegengezeichnet').waitFor({ state: 'detached' });
    });

    it('sees it when the page is looked at again: one that nobody sees keeps no stream open', async () => {
      const page = await console_.as('demo-coordinator', 'desktop', { path: '/journeys/el' });
      await page.getByText('noch nicht gegengezeichnet').waitFor();
      const turn = (hidden: boolean): Promise<unknown> =>
        page.evaluate(
          `Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true });` +
            `document.dispatchEvent(new Event('visibilitychange'))`,
        );
      const ended = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/events'));
      await turn(true);
      await ended;
      const taken = await console_.api.post('/api/v1/journeys/el/commands', {
        id: 'meanwhile',
        command: 'countersign-commitment',
        happenedOn: '2024-09-02',
        by: { role: 'coordinator' },
        data: { evidence: 'sv-el' },
      });
      expect(taken.status).toBe(201);
      await turn(false);
      await page.getByText('noch nicht gegengezeichnet').waitFor({ state: 'detached' });
    });

    it('is shown what changed meanwhile, and what was typed is kept and sent once', async () => {
      const page = await console_.as('demo-coordinator', 'desktop', { path: '/journeys/fa' });
      await page.getByRole('button', { name: 'Selbstverpflichtung ausgeben' }).first().click();
      const dialog = page.getByRole('dialog');
      const version = dialog.getByRole('combobox', { name: 'Fassung des Textes' });
      await version.click();
      await page.getByRole('option', { name: 'sv-1' }).click();
      await page.reload();
      await page.getByRole('button', { name: 'Selbstverpflichtung ausgeben' }).first().click();
      await dialog.getByText('Hier steht noch, was beim letzten Mal eingegeben wurde.').waitFor();
      await dialog.getByRole('textbox', { name: 'Sprachen' }).fill('ky, de');
      const taken: number[] = [];
      // Their word comes between this one's and its arrival.
      const tellFirst = async (route: Route): Promise<void> => {
        const theirs = await console_.api.post('/api/v1/journeys/fa/commands', {
          id: 'theirs',
          command: 'plan-language',
          happenedOn: '2024-09-02',
          by: { role: 'coordinator' },
          data: { level: 'B2', by: '2025-06-30' },
        });
        taken.push(theirs.status);
        await route.continue();
      };
      await page.route('**/api/v1/journeys/fa/commands', tellFirst, { times: 1 });
      await dialog.locator('button[type=submit]').click();
      await dialog.getByText('Inzwischen hat sich etwas geändert').waitFor();
      expect(taken).toEqual([201]);
      await dialog.getByText('Sprachziel setzen · Koordination').waitFor();
      await console_.look(page, 'coordinator-conflict');
      expect(await version.inputValue()).toBe('sv-1');
      await dialog.locator('button[type=submit]').click();
      await dialog.waitFor({ state: 'detached' });
      expect(await facts('fa', 'issue-commitment')).toMatchObject([{ data: { textVersion: 'sv-1' } }]);
    });
  });

  it('4: moves twelve of fifteen at once, is told why three stay, and takes the twelve back as one', async () => {
    const page = await console_.as('demo-coordinator', 'desktop', { path: '/people?find=bektasheva' });
    await page.getByRole('checkbox', { name: 'Алтынай Бекташева auswählen' }).waitFor();
    await page.getByRole('checkbox', { name: 'Alle auswählen' }).check();
    await page.getByRole('button', { name: '15 Personen bearbeiten' }).click();
    const dialog = page.getByRole('dialog', { name: 'Eine Handlung für 15 Personen' });
    await dialog.getByLabel('Zielstufe').selectOption({ label: 'Zugeordnet' });
    await dialog.getByRole('button', { name: 'Probelauf' }).click();
    await dialog.getByText('12 gehen, 3 nicht').waitFor();
    expect((await stateOf('f0')).stage).toBe('COM');
    await dialog.getByRole('button', { name: 'Ausführen' }).click();
    await dialog.getByText('erledigt', { exact: true }).first().waitFor();
    const of = (name: string) => dialog.getByRole('row').filter({ hasText: name });
    await of('Назгүл').getByText('erledigt').waitFor();
    await of('Өкүм')
      .getByText(/Betrieb hat zugesagt.*\(Betrieb\)/)
      .waitFor();
    await of('Үрүмкан')
      .getByText(/Praktikumsplatz reserviert/)
      .waitFor();
    await console_.look(page, 'coordinator-bulk');
    expect((await stateOf('f0')).stage).toBe('MAT');
    await dialog.getByRole('button', { name: 'Rückgängig' }).click();
    await dialog.getByText('12 Schritte zurückgenommen').waitFor();
    expect((await stateOf('f0')).stage).toBe('COM');
  });

  it('12: sees what a mentor’s check-in tells of: the risk, and the need as a task', async () => {
    const mentor = await console_.as('demo-mentor', 'phone', { path: '/mentees/j05/check-in' });
    await mentor.getByRole('radio', { name: 'gut', exact: true }).check();
    await mentor.getByRole('radio', { name: /Nein, alles läuft/ }).check();
    await mentor.getByRole('checkbox', { name: 'Heimweh' }).check();
    await mentor.getByRole('checkbox', { name: 'Wohnung' }).check();
    await mentor.getByRole('button', { name: 'Absenden' }).click();
    await mentor.getByText(/^1 von \d+ erledigt$/).waitFor();
    const page = await console_.as('demo-coordinator', 'desktop', { path: '/journeys/j05' });
    await page.getByText('im Blick behalten', { exact: true }).first().waitFor();
    const next = page.getByRole('region', { name: 'Als Nächstes' });
    const need = next.getByRole('listitem').filter({ hasText: 'Bedarf: Wohnung' });
    await need.getByText('seit dem Check-in vom 2. Sept. 2024').waitFor();
    await need.getByRole('button', { name: 'Unterkunft eintragen' }).waitFor();
    await console_.look(page, 'coordinator-journey-needs');
    await page.getByRole('tab', { name: 'Check-ins' }).click();
    await page.getByText('Heimweh, Wohnung').waitFor();
    const { body } = await console_.api.get('/api/v1/inbox?journey=j05');
    const tasks: readonly { readonly key: string }[] = body.tasks;
    expect(tasks.map(({ key }) => key)).toContain('need:housing:2024-09-02');
  });

  it('sees trips and due days of a month, as a calendar and as a list', async () => {
    const page = await console_.as('demo-coordinator', 'desktop', { path: '/calendar' });
    await page.getByText('Torgau').first().waitFor();
    await console_.look(page, 'coordinator-calendar');
    await page.getByText('Liste', { exact: true }).click();
    await page.getByRole('button', { name: 'Reise', exact: true }).click();
    const rows = page.locator('main').getByRole('listitem').filter({ hasText: 'Torgau' });
    await rows.first().waitFor();
    expect(await rows.count()).toBe(5);
    await console_.look(page, 'coordinator-calendar-list');
  });

  it('comes from a cell of the cohort to the fact behind it, with name and stage in sight, and keeps the view', async () => {
    const page = await console_.as('demo-coordinator', 'desktop', { path: '/cohort' });
    const table = page.getByRole('region', { name: 'Kohorte' });
    await table.getByText('Айжан Өмүрова').waitFor();
    const isInSight = async (name: string): Promise<boolean> =>
      ((await table.getByRole('columnheader', { name }).boundingBox())?.x ?? 0) > 200;
    await table.focus();
    for (let step = 0; step < 30; step += 1) await page.keyboard.press('ArrowRight');
    expect([await isInSight('Person'), await isInSight('Stufe')]).toEqual([true, true]);
    await page.getByRole('button', { name: 'Spalten' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Monate' }).click();
    await page.keyboard.press('Escape');
    await table.getByRole('columnheader', { name: 'Monate' }).waitFor({ state: 'detached' });
    await page.getByLabel('Stufe', { exact: true }).selectOption({ label: 'Im Praktikum' });
    await page.getByRole('button', { name: 'Ansichten' }).click();
    await page.getByRole('menuitem', { name: 'Diese Ansicht merken' }).click();
    await page.getByRole('dialog').getByLabel('Name der Ansicht').fill('Im Betrieb');
    await page.getByRole('dialog').getByRole('button', { name: 'Merken' }).click();
    await page.goto(`${console_.api.url}/cohort`);
    await table.getByRole('columnheader', { name: 'Monate' }).waitFor();
    await page.getByRole('button', { name: 'Ansichten' }).click();
    await page.getByRole('menuitem', { name: 'Im Betrieb' }).click();
    await table.getByRole('columnheader', { name: 'Monate' }).waitFor({ state: 'detached' });
    await console_.look(page, 'coordinator-cohort');
    await table.getByRole('link', { name: /10\. Jan\. 2024: Verpflichtet, Азамат Asanov/ }).click();
    const fact = page
      .locator('[aria-current="true"]')
      .filter({ hasText: 'Selbstverpflichtung unterschreiben' });
    await fact.getByText('10. Jan. 2024', { exact: true }).waitFor();
    await console_.look(page, 'coordinator-fact');
  });

  it('scrolls through two thousand people of whom few stand in the page', async () => {
    const page = await console_.as('demo-coordinator');
    await page.route('**/api/v1/cohort?*', async (route) => {
      const answer = await route.fetch();
      const { journeys }: { readonly journeys: readonly object[] } = await answer.json();
      const many = Array.from({ length: 2000 }, (_, index) => ({
        ...journeys[index % journeys.length],
        id: `k${index}`,
        name: { given: `№ ${index}`, family: 'Кыдыралиева' },
      }));
      await route.fulfill({ json: { journeys: many } });
    });
    await page.goto(`${console_.api.url}/board`);
    await page.getByText('№ 0 Кыдыралиева').waitFor();
    const cards = page.locator('main li');
    expect(await cards.count()).toBeLessThan(250);
    await page.keyboard.press('End');
    await page.getByText('№ 1999 Кыдыралиева').waitFor();
    expect(await cards.count()).toBeLessThan(250);
    for (const path of ['/people', '/cohort']) {
      await page.goto(console_.api.url + path);
      await page.getByText('№ 0 Кыдыралиева').waitFor();
      const rows = page.locator('tbody tr:not([aria-hidden])');
      expect(await rows.count()).toBeLessThan(80);
      await page.getByRole('region').last().focus();
      await page.keyboard.press('End');
      await page.getByText('№ 1999 Кыдыралиева').waitFor();
      expect(await rows.count()).toBeLessThan(80);
    }
  });

  it.each(['inbox', 'board', 'cohort', 'people', 'journeys/j01'])(
    'reads %s in Kyrgyz, dark, on a phone',
    async (path) => {
      const page = await console_.as('demo-coordinator', 'phone', {
        language: 'ky',
        dark: true,
        path: `/${path}`,
      });
      await page.getByText('Азамат Asanov').first().waitFor();
      await console_.look(page, `coordinator-${path.split('/')[0]}-ky`);
    },
  );
});
