import { COMMANDS, GUARDS, INDICATORS, PACKS, ROLES, TEMPLATES, type Field } from '@lotse/domain';
import { ACTIONS, OPENINGS, TOPICS } from '@lotse/policy';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const WEB = join(__dirname, '../../apps/web/src');
const LOCALES = join(WEB, 'i18n/locales');
const LANGUAGES = ['de', 'en', 'ru', 'ky'] as const;
type Language = (typeof LANGUAGES)[number];

/** Classes of plurals that each language has (CLDR); other forms of a key would never be shown. */
const PLURALS: Readonly<Record<Language, readonly string[]>> = {
  de: ['one', 'other'],
  en: ['one', 'other'],
  ru: ['one', 'few', 'many', 'other'],
  ky: ['one', 'other'],
};
const PLURAL = /_(zero|one|two|few|many|other)$/;

function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, member]) =>
    keysOf(member, path === '' ? name : `${path}.${name}`),
  );
}

const areas = readdirSync(join(LOCALES, 'de')).map((file) => file.replace('.json', ''));
const catalogue = (language: Language, area: string): string[] =>
  keysOf(JSON.parse(readFileSync(join(LOCALES, language, `${area}.json`), 'utf8')));

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name === 'generated' || entry.name === 'locales' ? [] : sourcesIn(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

interface Use {
  /** Areas that the file speaks; the first that has the key is meant. */
  readonly areas: readonly string[];
  /** A key, or the beginning of one that is put together. */
  readonly key: string;
  readonly isGroup: boolean;
}

const KEY = /^(?:([\w-]+):)?([A-Za-z][\w.-]*)$/;
/** What stands in a call beside keys: comparisons, and calls on other things. */
const BESIDE = /[!=]==\s*'[^']*'|\.\w+\([^()]*\)/g;

/** Keys that a source names: in `t(…)`, by both branches of a choice, and as groups by templates. */
function usesIn(source: string): Use[] {
  const spoken = [...source.matchAll(/useTranslation\(([^)]*)\)/g)].flatMap(([, inside = '']) =>
    [...inside.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name),
  );
  const calls = [...source.matchAll(/\bt\(([^;]*?)(?:\),|\)\}|\)$|\);|\)\s|,\s*\{)/gms)].map(
    ([, inside = '']) => inside,
  );
  return calls.flatMap((inside) =>
    [...inside.replaceAll(BESIDE, '').matchAll(/'([^']+)'|`([^`]+)`/g)].flatMap(([, plain, template]) => {
      const isGroup = plain === undefined;
      const text = plain ?? `${(template ?? '').split('${')[0] ?? ''}x`;
      const [, area, key = ''] = KEY.exec(text) ?? [];
      const areas = area === undefined ? spoken : [area];
      return key === '' ? [] : [{ areas, key: isGroup ? key.slice(0, -1) : key, isGroup }];
    }),
  );
}

/** Words that are taken from data: names of pages by their ids, problems by their codes. */
const BY_DATA = ['nav.', 'help.'];
const AREAS_BY_DATA = ['words', 'problems'];

const withoutPlural = (key: string): string => key.replace(PLURAL, '');

describe('the catalogues of the console', () => {
  it.each(areas)('%s has the same words in every language, with the plurals of each', (area) => {
    const plain = (language: Language): string[] =>
      [...new Set(catalogue(language, area).map(withoutPlural))].sort();
    for (const language of LANGUAGES) {
      expect({ language, keys: plain(language) }).toEqual({ language, keys: plain('de') });
      const keys = catalogue(language, area);
      const plurals = [...new Set(keys.filter((key) => PLURAL.test(key)).map(withoutPlural))];
      for (const key of plurals)
        expect({
          language,
          key,
          forms: PLURALS[language].filter((form) => keys.includes(`${key}_${form}`)),
        }).toEqual({
          language,
          key,
          forms: PLURALS[language],
        });
    }
  });

  it('name everything that the pages say, and nothing that no page says', () => {
    const sources = sourcesIn(WEB);
    const uses = sources.flatMap(usesIn);
    const words = new Map(areas.map((area) => [area, new Set(catalogue('de', area).map(withoutPlural))]));
    const missing = uses.filter(
      ({ areas: spoken, key, isGroup }) =>
        !isGroup &&
        spoken.some((area) => words.has(area)) &&
        !spoken.some((area) => words.get(area)?.has(key) === true),
    );
    const all = sources.join('\n');
    const unused = [...words].flatMap(([area, keys]) =>
      AREAS_BY_DATA.includes(area)
        ? []
        : [...keys]
            .filter(
              (key) =>
                !BY_DATA.some((group) => key.startsWith(group)) &&
                !uses.some(
                  (use) =>
                    use.areas.includes(area) && (use.isGroup ? key.startsWith(use.key) : use.key === key),
                ) &&
                !all.includes(`'${key}'`) &&
                !all.includes(`'${area}:${key}'`),
            )
            .map((key) => `${area}:${key}`),
    );
    expect({ missing, unused }).toEqual({ missing: [], unused: [] });
  });

  it('name every command, field, role, guard, code and stage of the domain', () => {
    const words = new Set(catalogue('de', 'words'));
    const fields = new Set<string>();
    const codes = new Set<string>();
    const look = (field: Field): void => {
      if (field.kind === 'code') for (const value of field.values) codes.add(value);
      if (field.kind === 'list') look(field.of);
      if (field.kind === 'object') Object.entries(field.fields).forEach(([name, inner]) => see(name, inner));
    };
    const see = (name: string, field: Field): void => {
      fields.add(name);
      look(field);
    };
    for (const [command, { fields: own }] of Object.entries(COMMANDS))
      if (command !== 'fire-clock') Object.entries(own).forEach(([name, field]) => see(name, field));
    const stages = [...TEMPLATES.values()].flatMap((template) => template.stages);
    const wanted = [
      ...Object.keys(COMMANDS)
        .filter((command) => command !== 'fire-clock')
        .map((command) => `commands.${command}`),
      ...ROLES.map((role) => `roles.${role}`),
      ...[...fields].map((field) => `fields.${field}`),
      ...[...GUARDS.keys()].map((guard) => `guards.${guard}`),
      ...stages.map(({ code }) => `stages.${code}`),
    ];
    expect(wanted.filter((key) => !words.has(key))).toEqual([]);
  });

  it('name every action, topic and opening of the policy, every clock, rule and floor of the law and every indicator', () => {
    const wanted = {
      actions: ACTIONS.map((action) => `names.${action.replaceAll('.', '_').replaceAll('-', '_')}`),
      oversight: [
        ...Object.keys(TOPICS).map((topic) => `topics.${topic}`),
        ...Object.keys(OPENINGS).map((opening) => `openings.${opening}`),
      ],
      sheet: [...INDICATORS.keys()].map((key) => `figures.${key.replaceAll('.', '-')}`),
      words: PACKS.flatMap(({ clocks }) => clocks.map(({ code }) => `clocks.${code}`)),
      rules: PACKS.flatMap(({ rules, payFloors }) => [
        ...rules.map(({ code }) => `rulesOf.${code}`),
        ...payFloors.map(({ route }) => `floorsOf.${route}`),
      ]),
    };
    for (const [area, keys] of Object.entries(wanted)) {
      const words = new Set(catalogue('de', area));
      expect({ area, missing: keys.filter((key) => !words.has(key)) }).toEqual({ area, missing: [] });
    }
  });
});
