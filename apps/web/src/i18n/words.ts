import { useTranslation } from 'react-i18next';

/** Groups of the catalogue `words`: names of what the domain knows by codes. Its keys are checked against the domain's own lists. */
export type WordGroup =
  | 'axes'
  | 'clocks'
  | 'codes'
  | 'commands'
  | 'fields'
  | 'guards'
  | 'milestones'
  | 'roles'
  | 'stages'
  | 'statuses';

/** The name of a code in the reader's language; the code itself where there is none, as of a template of one's own. */
export function useWords(): (group: WordGroup, code: string) => string {
  const { t } = useTranslation('words');
  return (group, code) =>
    t(`${group}.${code.replaceAll('.', '_').replaceAll(':', '_')}`, { defaultValue: code });
}
