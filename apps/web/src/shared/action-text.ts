import { useTranslation } from 'react-i18next';

const keyOf = (action: string): string => action.replaceAll('.', '_').replaceAll('-', '_');

/** An action of the policy or of the audit in words; the code itself where a newer API names one that is not known here. */
export function useActionText(): (action: string) => string {
  const { t } = useTranslation('actions');
  return (action) => {
    const key = keyOf(action);
    return t(`names.${key}`, { defaultValue: action });
  };
}
