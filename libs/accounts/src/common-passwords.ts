let known: Promise<ReadonlySet<string>> | undefined;

/** Some 49,000 passwords in the order of how often they were leaked; loaded on first use, since few calls need them. */
const passwords = (): Promise<ReadonlySet<string>> =>
  (known ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set<string>(dictionary['passwords-common']),
  ));

/** Digits and signs around the word, which guessers try first. */
const AROUND = /^[\d\W_]+|[\d\W_]+$/gu;

/** Whether guessers have it in their lists, as it is or with digits and signs around it (ASVS 6.2.4). */
export async function isCommon(password: string): Promise<boolean> {
  const lower = password.normalize('NFC').toLowerCase();
  const list = await passwords();
  return list.has(lower) || list.has(lower.replace(AROUND, ''));
}
