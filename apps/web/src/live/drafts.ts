import { useCallback, useState } from 'react';

/** What was typed into one form, with the id under which it will be sent: the same however often that is tried. */
export interface Draft<Values> {
  readonly id: string;
  readonly values: Values;
}

const PREFIX = 'lotse.draft';
const keyOf = (account: string, form: string): string => `${PREFIX}/${account}/${form}`;

function read<Values>(key: string): Draft<Values> | undefined {
  try {
    const text = localStorage.getItem(key);
    if (text === null) return undefined;
    const draft: Draft<Values> = JSON.parse(text);
    return draft;
  } catch {
    return undefined;
  }
}

export const newId = (): string => crypto.randomUUID();

/** Takes away what this user typed, as when they sign out of a machine that others use. */
export function forgetDrafts(account: string): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(`${PREFIX}/${account}/`)) localStorage.removeItem(key);
}

/**
 * The values of a form, kept in this browser for one user until they are sent or given up.
 * @param form names the form and what it is about, such as `check-in/j01`
 */
export function useDraft<Values>(
  account: string,
  form: string,
  empty: Values,
): {
  readonly draft: Draft<Values>;
  /** True when it holds what was typed at another time. */
  readonly wasKept: boolean;
  readonly change: (values: Values) => void;
  readonly clear: () => void;
} {
  const key = keyOf(account, form);
  const [kept] = useState(() => read<Values>(key));
  const [draft, setDraft] = useState<Draft<Values>>(() => kept ?? { id: newId(), values: empty });
  const change = useCallback(
    (values: Values): void =>
      setDraft(({ id }) => {
        const next = { id, values };
        localStorage.setItem(key, JSON.stringify(next));
        return next;
      }),
    [key],
  );
  const clear = useCallback((): void => {
    localStorage.removeItem(key);
    setDraft({ id: newId(), values: empty });
  }, [key, empty]);
  return { draft, wasKept: kept !== undefined, change, clear };
}
