import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS, FIGURES, ORGANISATION_KINDS, RECORD_LINES, ROLES, TEMPLATES } from '@lotse/domain';
import { PROJECT } from './planted-tree';

const glossary = readFileSync(join(PROJECT, 'docs/glossary.md'), 'utf8');
const names = new Set([...glossary.matchAll(/`([^`]+)`/g)].map(([, name]) => name));

describe('the glossary', () => {
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
