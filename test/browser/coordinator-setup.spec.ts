import { TEMPLATES, type JsonObject } from '@lotse/domain';
import { describeInBrowser } from './support/chromium';
import { openConsole, type Console } from './support/console';
import { linesOf, UNTIL } from './support/people-of-a-board';

jest.setTimeout(300_000);

const OWN = 'de-uni-internship-hire@1';
/** Selected and not committed yet: a deadline of the stage runs. */
const FATIMA = {
  journey: 'fa',
  givenName: 'Фатима',
  familyName: 'Исакова',
  like: 'j01',
  steps: UNTIL.selected,
} as const;

describeInBrowser('a coordinator, at the set-up of the programme', () => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole();
    const taken = await console_.api.importLines(linesOf(FATIMA));
    expect(taken.filter(({ result }) => result === 'refused')).toEqual([]);
  });
  afterAll(() => console_.close());

  it('drafts the next version of the process, sees what differs at once, and tries it on the cohort', async () => {
    const page = await console_.as('demo-coordinator', 'desktop', { path: '/setup' });
    await page.getByRole('button', { name: 'Entwurf de-uni-internship-hire@2 beginnen' }).click();
    await page.getByRole('button', { name: '„Ausgewählt“ ändern' }).click();
    const dialog = page.getByRole('dialog', { name: '„Ausgewählt“ ändern' });
    await dialog.getByRole('textbox', { name: 'Nach', exact: true }).fill('28');
    await dialog.getByRole('button', { name: 'Zwei unabhängige Bewertungen entfernen' }).click();
    await console_.look(page, 'coordinator-stage');
    await dialog.getByRole('button', { name: 'Übernehmen' }).click();
    await page.getByText(/Selbstverpflichtung einholen: 28 Tage nach Beginn der Stufe/).waitFor();
    await page.getByRole('tab', { name: 'Unterschiede' }).click();
    await page.getByRole('row', { name: /Ausgewählt Frist .*14 Tage.*28 Tage/ }).waitFor();
    await page
      .getByRole('row', { name: /Ausgewählt Voraussetzung Zwei unabhängige Bewertungen –/ })
      .waitFor();
    await console_.look(page, 'coordinator-differences');
    await page.getByRole('tab', { name: 'Ganze Vorlage' }).click();
    await page.getByRole('textbox', { name: 'Mindestalter' }).fill('19');
    await console_.look(page, 'coordinator-template');
    await page.getByRole('tab', { name: 'Unterschiede' }).click();
    await page.getByRole('row', { name: /Ganze Vorlage Mindestalter 18 19/ }).waitFor();
    await page.getByRole('button', { name: 'Entwurf speichern und prüfen' }).click();
    await page.getByText('Gespeichert, ohne Fehler').waitFor();
    await page.getByRole('tab', { name: 'Probe und Umstellung' }).click();
    await page.getByRole('button', { name: 'An der Kohorte ausprobieren' }).click();
    await page.getByText(/Wege gingen mit, 0 blieben/).waitFor();
    await page.getByText('Selbstverpflichtung einholen: 29. Dez. 2023 → 12. Jan. 2024').first().waitFor();
    await page.getByRole('button', { name: /^Fristen von Фатима Исакова/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('row', { name: /Selbstverpflichtung einholen/ })
      .waitFor();
    await console_.look(page, 'coordinator-due-days');
  });

  it('adds a stage with a deadline, takes one away, and is told in German what is wrong and where', async () => {
    const page = await console_.as('demo-coordinator', 'phone', {
      path: '/setup?template=de-uni-internship-hire@1',
    });
    await page.getByRole('button', { name: /^Entwurf .* beginnen$/ }).click();
    await page.getByRole('button', { name: 'Mehr zu „Verpflichtet“' }).click();
    await page.getByRole('menuitem', { name: 'Stufe nach „Verpflichtet“ hinzufügen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name auf Deutsch').fill('Sprachkurs');
    await dialog.getByLabel('Name auf Englisch').fill('Language course');
    await dialog.getByRole('button', { name: 'Stufe hinzufügen' }).click();
    await page.getByRole('dialog', { name: '„Sprachkurs“ ändern' }).waitFor();
    await dialog.getByRole('button', { name: 'Frist hinzufügen' }).click();
    await dialog.getByRole('button', { name: 'Zugeordnet entfernen' }).click();
    await dialog.getByRole('button', { name: 'Übernehmen' }).click();
    await page.getByText('Von „Sprachkurs“ führt kein Weg weiter, und sie ist kein Abschluss.').waitFor();
    await console_.look(page, 'coordinator-faults-phone');
    await page.getByRole('status').getByRole('button', { name: '„Sprachkurs“ ändern' }).click();
    await dialog.getByLabel('Weg zu einer Stufe hinzufügen').click();
    await page.getByRole('option', { name: 'Zugeordnet' }).click();
    await dialog.getByRole('button', { name: 'Übernehmen' }).click();
    await page.getByText(/führt kein Weg weiter/).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Mehr zu „Aufenthalt 1 in Vorbereitung“' }).click();
    await page.getByRole('menuitem', { name: '„Aufenthalt 1 in Vorbereitung“ entfernen' }).click();
    await page.getByRole('tab', { name: 'Unterschiede' }).click();
    await page.getByRole('row', { name: /Sprachkurs Stufe – Sprachkurs/ }).waitFor();
    await page
      .getByRole('row', { name: /Aufenthalt 1 in Vorbereitung Stufe Aufenthalt 1 in Vorbereitung –/ })
      .waitFor();
  });

  it('moves running journeys to stages of other names, after a look at each, and back', async () => {
    const renamed: JsonObject = JSON.parse(
      JSON.stringify({ ...TEMPLATES.get(OWN), id: 'de-glass@1' }).replaceAll('"INT"', '"WORKING"'),
    );
    expect((await console_.api.put('/api/v1/templates/de-glass@1', renamed)).body).toEqual({
      result: 'accepted',
      faults: [],
    });
    expect((await console_.api.post('/api/v1/templates/de-glass@1/publish', {})).status).toBe(200);
    const page = await console_.as('demo-coordinator', 'desktop', {
      path: '/setup?template=de-glass@1&tab=trial',
    });
    const target = page.getByLabel('„Im Praktikum“ führt zu');
    await page.getByRole('button', { name: 'An der Kohorte ausprobieren' }).click();
    await page.getByText('bleibt: kein Ziel für „Im Praktikum“').first().waitFor();
    await target.selectOption('WORKING');
    await page.getByRole('button', { name: 'An der Kohorte ausprobieren' }).click();
    await page.getByText('16 Wege gingen mit, 0 blieben').waitFor();
    await console_.look(page, 'coordinator-mapping');
    await page.getByRole('textbox', { name: 'Grund' }).fill('Neue Namen');
    await page.getByRole('button', { name: '16 Wege umstellen' }).click();
    await page.getByText('16 Wege umgestellt').waitFor();
    const stateOf = async () => (await console_.api.get('/api/v1/journeys/j01')).body;
    expect(await stateOf()).toMatchObject({ template: 'de-glass@1', stage: 'WORKING' });
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await page.getByText('zurückgenommen').waitFor();
    expect(await stateOf()).toMatchObject({ template: OWN, stage: 'INT' });
  });
});
