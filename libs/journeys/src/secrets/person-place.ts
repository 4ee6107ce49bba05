/** Where a version of a person's record is stored, for its seal. */
export const personPlace = (person: string, version: number): string => `record/person/${person}/${version}`;
