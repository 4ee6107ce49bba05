import { describe, expect, it } from 'vitest';
import { lineOf, shortDigest } from './person-values';
import { cellsOf, readList, type ListWords } from './read-list';

const WORDS: ListWords = {
  headings: new Map([
    ['vorname', 'givenName'],
    ['familienname', 'familyName'],
    ['geboren am', 'bornOn'],
    ['sprachen', 'languages'],
  ]),
  codes: new Map([
    ['weiblich', 'female'],
    ['female', 'female'],
    ['muttersprache', 'native'],
  ]),
  country: (name) => (name === 'Kirgisistan' ? 'KG' : undefined),
};

describe('a list of people', () => {
  it('is read in the order of the template, with days, words and countries as people write them', () => {
    const [one] = readList(
      'Жаңыл;Өмүрзакова;6.5.2001;weiblich;Kirgisistan;ky Muttersprache, de b1;Keramik;31.07.2026',
      WORDS,
    );
    expect(one?.values).toEqual({
      givenName: 'Жаңыл',
      familyName: 'Өмүрзакова',
      bornOn: '2001-05-06',
      gender: 'female',
      nationality: 'KG',
      languages: 'ky native, de b1',
      subject: 'Keramik',
      expectedDegreeOn: '2026-07-31',
    });
  });

  it('is read by its headings, in any order, and counts the lines of the text', () => {
    const people = readList('Familienname\tVorname\tNote\n\nСыдыкова\tНургүл\tx\n', WORDS);
    expect(people).toMatchObject([{ line: 3, values: { givenName: 'Нургүл', familyName: 'Сыдыкова' } }]);
  });

  it('keeps what it does not understand for the API to refuse', () => {
    expect(readList('A;B;gestern;w;Atlantis', WORDS)[0]?.values).toMatchObject({
      bornOn: 'gestern',
      gender: 'w',
      nationality: 'ATLANTIS',
    });
  });

  it('takes quoted cells whole', () => {
    expect(cellsOf('"Meyer, ""Tim""",B', ',')).toEqual(['Meyer, "Tim"', 'B']);
  });
});

describe('a nomination', () => {
  it('says the languages as pairs, and leaves them out where none is named', () => {
    const under = { programme: 'p', university: 'u', agreement: 'a' };
    const [one] = readList('A;B;2001-01-01;female;KG;de b1/ky native;S;2026-01-01', WORDS);
    expect(lineOf(one?.values ?? ({} as never), 'id', '2024-09-02', under).person.languages).toEqual([
      { code: 'de', level: 'B1' },
      { code: 'ky', level: 'native' },
    ]);
  });

  it('is known again by its text', () => {
    expect(shortDigest('Айгуль')).toBe(shortDigest('Айгуль'));
    expect(shortDigest('Айгуль')).not.toBe(shortDigest('Айгүль'));
  });
});
