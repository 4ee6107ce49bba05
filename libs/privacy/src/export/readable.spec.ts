import { COMMANDS, ROLES, TEMPLATES } from '@lotse/domain';
import { readableDocument } from './readable';

const LANGUAGES = ['de', 'en', 'ru', 'ky'] as const;

const pairsIn = (language: (typeof LANGUAGES)[number], row: Readonly<Record<string, unknown>>) =>
  readableDocument(
    {
      format: 'lotse-subject-export@1',
      person: 'p01',
      madeAt: '2025-01-01T00:00:00.000Z',
      tables: { fact: [row] },
    },
    language,
  ).sections[0]?.entries[0]?.pairs ?? [];

describe('what a person reads of themselves', () => {
  it.each(LANGUAGES)('has words for every command, its fields, stages and roles (%s)', (language) => {
    const stages = [...TEMPLATES.values()].flatMap((template) => template.stages.map(({ code }) => code));
    const values = [
      ...Object.keys(COMMANDS).map((kind) => ({ kind })),
      ...stages.map((stage) => ({ stage })),
      ...ROLES.map((actor_role) => ({ actor_role })),
    ];
    const bare = values.filter((row) =>
      pairsIn(language, row).some(([, value]) => Object.values(row).includes(value)),
    );
    expect(bare).toEqual([]);
    const fields = [...new Set(Object.values(COMMANDS).flatMap(({ fields }) => Object.keys(fields)))];
    const unnamed = fields.filter((name) =>
      pairsIn('ru', { data: { [name]: 1 } }).some(([label]) => label === name),
    );
    expect(unnamed).toEqual([]);
  });

  it('tells lists by what they hold, and no way into the data', () => {
    const languages = [{ code: 'ky', level: 'native' }];
    expect(pairsIn('de', { secret: { languages, gender: 'female' } })).toEqual([
      ['Schlüssel', 'ky'],
      ['Niveau', 'native'],
      ['Geschlecht', 'weiblich'],
    ]);
  });
});
