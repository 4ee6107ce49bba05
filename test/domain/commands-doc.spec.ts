import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AVAILABLE } from '@lotse/domain';
import { commandsDocument, documented } from './commands-doc';

describe('docs/commands.md', () => {
  it('has every command once', () => {
    expect([...documented].sort()).toEqual([...AVAILABLE].sort());
  });

  it('says what the tables say: write it anew after a change (see its third line)', () => {
    expect(readFileSync(join(__dirname, '../../docs/commands.md'), 'utf8')).toBe(commandsDocument());
  });
});
