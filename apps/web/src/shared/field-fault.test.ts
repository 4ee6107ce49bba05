import { expect, it } from 'vitest';
import { fieldFault } from './field-fault';

it('says what is missing before what is wrong', () => {
  expect(fieldFault({ format: 'date' }, '')).toEqual({ key: 'missing' });
  expect(fieldFault({ type: 'array' }, [])).toEqual({ key: 'missing' });
});

it('says what a field must be, as its schema has it', () => {
  expect(fieldFault({ format: 'date' }, '2024-02-31')).toEqual({ key: 'day' });
  expect(fieldFault({ type: 'number', minimum: 0, maximum: 100 }, 120)).toEqual({
    key: 'number',
    min: 0,
    max: 100,
  });
  expect(fieldFault({ enum: ['a'] }, 'b')).toEqual({ key: 'choice' });
  expect(fieldFault(undefined, 'x')).toEqual({ key: 'other' });
});
