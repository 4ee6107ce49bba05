import { useTranslation } from 'react-i18next';

interface Named {
  readonly given: string;
  readonly family: string;
}

/** The person's own spelling, as it was recorded; the id where the name is not shown. Long names break, never push. */
export function PersonName({ name, id }: { readonly name: Named | undefined; readonly id: string }) {
  const { t } = useTranslation('common');
  if (name !== undefined)
    return <span style={{ overflowWrap: 'anywhere' }}>{`${name.given} ${name.family}`}</span>;
  return <span title={t('states.unnamed')}>{id}</span>;
}

export const nameText = (name: Named | undefined, id: string): string =>
  name === undefined ? id : `${name.given} ${name.family}`;
