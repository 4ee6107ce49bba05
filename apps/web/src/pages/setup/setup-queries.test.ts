import { expect, it } from 'vitest';
import { nextVersion, publishedBefore, type Listed } from './setup-queries';

const listed = (id: string, status: Listed['status'] = 'published'): Listed => ({
  id,
  status,
  builtIn: false,
});
const ALL = [listed('glass@1'), listed('glass@2'), listed('glass@10', 'draft'), listed('steel@11')];

it('counts versions as numbers and by name', () => {
  expect(nextVersion('glass@2', ALL)).toBe('glass@11');
  expect(nextVersion('steel@11', ALL)).toBe('steel@12');
});

it('compares a draft with the last published version before it', () => {
  expect(publishedBefore('glass@10', ALL)).toBe('glass@2');
  expect(publishedBefore('glass@1', ALL)).toBeUndefined();
});
