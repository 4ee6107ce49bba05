/** Why nothing was done: a stable code, and in words what helps. */
export interface Refusal<Code extends string = string> {
  readonly result: 'refused';
  readonly code: Code;
  readonly message: string;
}

export const refusal = <Code extends string>(code: Code, message: string): Refusal<Code> => ({
  result: 'refused',
  code,
  message,
});

export const personUnknown = (person: string): Refusal<'person-unknown'> =>
  refusal('person-unknown', `There is no person ${person}: check the id.`);
