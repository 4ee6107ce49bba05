import { PRIVACY_PAGES } from '@lotse/privacy';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

describe('docs/privacy', () => {
  it.each(Object.entries(PRIVACY_PAGES))('%s says what the notes say: npm run gen:privacy', (name, page) => {
    expect(readFileSync(join(__dirname, '../../docs/privacy', name), 'utf8')).toBe(page());
  });
});
