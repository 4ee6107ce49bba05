import { ActionIcon, Input, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { keepLanguage, LANGUAGES, type Language } from '../i18n/languages';
import { Icon } from '../shared/icon';

const CODES: readonly Language[] = ['de', 'en', 'ru', 'ky'];
const CODE_WIDTH = '7.25rem';

/** Language in its own letters; kept in this browser. */
export function LanguageMenu() {
  const { t, i18n } = useTranslation('common');
  const choose = (code: string): void => {
    const language = CODES.find((one) => one === code) ?? 'de';
    keepLanguage(language);
    void i18n.changeLanguage(language);
  };
  return (
    <Input
      component="select"
      aria-label={t('frame.language')}
      w={CODE_WIDTH}
      value={i18n.language}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      {CODES.map((code) => (
        <option key={code} value={code} lang={code}>
          {LANGUAGES[code]}
        </option>
      ))}
    </Input>
  );
}

export function SchemeButton() {
  const { t } = useTranslation('common');
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={t(scheme === 'dark' ? 'frame.light' : 'frame.dark')}
      onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
    >
      <Icon name={scheme === 'dark' ? 'sun' : 'moon'} />
    </ActionIcon>
  );
}
