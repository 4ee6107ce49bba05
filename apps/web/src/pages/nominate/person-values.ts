import type { components } from '../../api/generated/schema';

export type NominationLine = components['schemas']['NominationLine'];

/** What a person is asked for, in the order of the list's columns. */
export const PERSON_FIELDS = [
  'givenName',
  'familyName',
  'bornOn',
  'gender',
  'nationality',
  'languages',
  'subject',
  'expectedDegreeOn',
] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];
export const GENDERS = ['female', 'male', 'diverse', 'unknown'] as const;
export const LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const;

/** Somebody as typed: codes where there are codes, languages as `de B1, ky native`. */
export type PersonValues = Readonly<Record<PersonField, string>>;

export const NOBODY: PersonValues = {
  givenName: '',
  familyName: '',
  bornOn: '',
  gender: '',
  nationality: '',
  languages: '',
  subject: '',
  expectedDegreeOn: '',
};

/** Under what somebody is nominated. */
export interface Under {
  readonly programme: string;
  readonly university: string;
  readonly agreement: string;
}

/** `de B1, ky native` as pairs; what is none is kept, and the API says so. */
const languagesOf = (text: string): { readonly code: string; readonly level: string }[] =>
  text
    .split(/[,/]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => {
      const [code = '', level = ''] = item.split(/[\s:]+/);
      return { code: code.toLowerCase(), level: /^[abc][12]$/i.test(level) ? level.toUpperCase() : level };
    });

/** The nomination as the API takes it; the API judges what was typed. @param id the same however often it is sent */
export function lineOf(values: PersonValues, id: string, happenedOn: string, under: Under): NominationLine {
  const { subject, expectedDegreeOn, languages, ...person } = values;
  const spoken = languagesOf(languages);
  return {
    id,
    happenedOn,
    ...under,
    subject,
    expectedDegreeOn,
    person: { ...person, ...(spoken.length === 0 ? {} : { languages: spoken }) } as NominationLine['person'],
  };
}

/** Tells equal texts by few letters. No secret: it stands beside a chance id. */
export function shortDigest(text: string): string {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    one = Math.imul(one ^ code, 2_654_435_761);
    other = Math.imul(other ^ code, 1_597_334_677);
  }
  return `${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
}
