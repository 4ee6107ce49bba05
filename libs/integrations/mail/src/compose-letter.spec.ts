import { packOn, TEMPLATES } from '@lotse/domain';
import type { Language, Letter, LetterItem } from '@lotse/journeys';
import { CATALOGUES } from './catalogues/catalogues';
import { clockName, composeLetter } from './compose-letter';
import { longDate } from './long-date';

const LANGUAGES: readonly Language[] = ['de', 'en', 'ru', 'ky'];

const item = (more: Partial<LetterItem> = {}): LetterItem => ({
  journey: 'j-1',
  clock: 'nomination',
  dueOn: '2026-03-05',
  effect: 'remind',
  ...more,
});
const letter = (language: Language, ...items: LetterItem[]): Letter => ({
  id: 'mail.c-1.2026-03-05',
  to: 'office@example.org',
  language,
  programme: 'glass',
  items,
});

/** Every text of a catalogue by its path. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value ?? {}).flatMap(([key, member]) => textsOf(member, `${path}/${key}`));
}
const placeholdersOf = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

const clockCodes = [
  ...[...TEMPLATES.values()].flatMap(({ stages }) => stages.flatMap(({ clocks }) => clocks)),
  ...packOn('2025-06-01').pack.clocks,
  ...packOn('2026-06-01').pack.clocks,
].map(({ code }) => code);

describe.each(LANGUAGES)('the catalogue in %s', (language) => {
  const texts = new Map(textsOf(CATALOGUES[language]));

  it('has every text that the German one has, with the same placeholders', () => {
    const german = textsOf(CATALOGUES.de);
    expect([...texts.keys()]).toEqual(german.map(([path]) => path));
    for (const [path, text] of german)
      expect([path, placeholdersOf(texts.get(path) ?? '')]).toEqual([path, placeholdersOf(text)]);
    expect([...texts.values()].filter((text) => text.trim() === '')).toEqual([]);
  });

  it('names every clock of the templates and the law', () => {
    const catalogue = CATALOGUES[language];
    const unnamed = clockCodes.filter(
      (code) => clockName(catalogue, code) === catalogue.other.replace('{code}', code),
    );
    expect(unnamed).toEqual([]);
  });

  it('names what every guard of a stage asks for', () => {
    const { guards } = CATALOGUES[language];
    const codes = [...TEMPLATES.values()].flatMap(({ stages }) => stages.flatMap((stage) => stage.guards));
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !Object.hasOwn(guards, code))).toEqual([]);
  });

  it('says nothing of a case in a subject', () => {
    for (const effect of ['remind', 'escalate', 'propose-close', 'task'] as const) {
      const { subject } = composeLetter(letter(language, item({ effect })));
      expect(subject).not.toMatch(/j-1|glass|2026|\{|[\r\n]/);
    }
  });
});

describe('a mail', () => {
  it('names what is due, when, and in which case', () => {
    const { text, html } = composeLetter(letter('de', item()));
    expect(text).toContain('Auswahl nach der Nominierung, fällig am 5. März 2026 (Vorgang j-1)');
    expect(html).toContain('<html lang="de">');
  });

  it('is a digest when several things are due, in their order and each with its kind', () => {
    const items = [
      item(),
      item({ journey: 'j-2', clock: 'matching', effect: 'escalate', dueOn: '2026-03-06' }),
    ];
    const { subject, text } = composeLetter(letter('en', ...items));
    expect(subject).toBe('Lotse: deadlines due (2)');
    expect(text).toMatch(/Reminder: Selection.*j-1[^]*Escalation: Internship agreement.*6 March 2026.*j-2/);
  });

  it('has other words for each kind', () => {
    const subjects = (['remind', 'escalate', 'propose-hold', 'review'] as const).map(
      (effect) => composeLetter(letter('ru', item({ effect }))).subject,
    );
    expect(new Set(subjects).size).toBe(4);
  });

  it('knows a clock by its stay, its step of a ladder and what was missed', () => {
    expect(clockName(CATALOGUES.en, 'title-expiry.2.p30d')).toBe('End of the residence title');
    expect(clockName(CATALOGUES.en, 'follow-up.p7d-missed')).toBe('Follow-up check-in (not done)');
    expect(clockName(CATALOGUES.en, 'guard.commitment-signed.asked-2026-03-05')).toBe('Commitment signed');
    expect(clockName(CATALOGUES.en, 'guard.constructor')).toBe('Deadline guard.constructor');
    expect(clockName(CATALOGUES.en, 'constructor')).toBe('Deadline constructor');
  });

  it('shows what stands in a code as text, never as markup', () => {
    const { html } = composeLetter(letter('en', item({ clock: '<img src=x>' })));
    expect(html).toContain('&lt;img src=x&gt;');
    expect(html).not.toContain('<img');
  });
});

describe('a day in words', () => {
  it.each([
    ['de', '29. Februar 2028'],
    ['en', '29 February 2028'],
    ['ru', '29 февраля 2028 г.'],
    ['ky', '2028-жыл, 29-февраль'],
  ] as const)('in %s is %s', (language, words) => {
    expect(longDate(language, '2028-02-29').replace(/\u00a0/g, ' ')).toBe(words);
  });
});
