import { useTranslation } from 'react-i18next';
import type { Template } from '../../api/types';
import { useStageName } from '../../shared/template';

/** A stage as a candidate calls it; its name in the template for stages of other programmes. */
export function usePlainStage(template: Template | undefined): (code: string) => string {
  const { t } = useTranslation('candidate');
  const name = useStageName(template);
  return (code) => t(`steps.${code}`, { defaultValue: name(code) });
}
