import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COMMANDS, FIGURES, ORGANISATION_KINDS, RECORD_LINES, ROLES, TEMPLATES } from '@lotse/domain';
import { EXIT } from '../../apps/cli/src/exit-code';
import { SPECS } from '../../libs/platform/src/config/specs';
import { PROJECT } from './planted-tree';

/** What a page sets in code type. */
function namesOn(page: string): ReadonlySet<string | undefined> {
  const text = readFileSync(join(PROJECT, page), 'utf8');
  return new Set([...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
}

describe('the glossary', () => {
  const names = namesOn('docs/glossary.md');

  it.each([
    ['command', Object.keys(COMMANDS)],
    ['figure', FIGURES.map(({ key }) => key)],
    ['role', [...ROLES]],
    ['kind of organisation', [...ORGANISATION_KINDS]],
    ['type of an import line', Object.keys(RECORD_LINES)],
    ['stage', [...TEMPLATES.values()].flatMap(({ stages }) => stages.map(({ code }) => code))],
  ])('knows every %s', (_what, used) => {
    expect(used.filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('the page about the command line', () => {
  it('knows every variable', () => {
    const names = namesOn('docs/cli.md');
    const variables = new Set(Object.values(SPECS).flatMap((specs) => Object.keys(specs)));
    expect([...variables].filter((name) => !names.has(name))).toEqual([]);
  });

  it('knows every exit status', () => {
    const page = readFileSync(join(PROJECT, 'docs/cli.md'), 'utf8');
    expect(Object.values(EXIT).filter((status) => !page.includes(`\n| ${status} |`))).toEqual([]);
  });
});

describe('the pages', () => {
  const pagesIn = (folder: string): readonly string[] =>
    readdirSync(join(PROJECT, folder), { recursive: folder !== '', encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .map((path) => join(folder, path));

  it.each([...pagesIn(''), ...pagesIn('docs')])('%s has no link that leads nowhere', (page) => {
    const text = readFileSync(join(PROJECT, page), 'utf8');
    const targets = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(PROJECT, dirname(page), target)))).toEqual([]);
  });
});
