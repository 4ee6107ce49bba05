import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Moment } from '../../api/sheet';
import { Icon } from '../../shared/icon';

const FORMATS = ['pdf', 'xlsx', 'csv', 'json'] as const;
const LANGUAGES = ['de', 'en'] as const;
const FORMS = ['project', 'alliance'] as const;

/** The printed sheet of this moment as a file: both forms, four formats, two languages. */
export function Downloads({ moment }: { readonly moment: Moment }) {
  const { t } = useTranslation('sheet');
  const address = (form: string, format: string, lang: string): string =>
    `/api/v1/sheet?${new URLSearchParams({ ...moment, form, format, lang })}`;
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<Icon name="download" />}>
          {t('download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMS.map((form) => [
          <Menu.Label key={form}>{t(`forms.${form}`)}</Menu.Label>,
          ...FORMATS.flatMap((format) =>
            LANGUAGES.map((lang) => (
              <Menu.Item
                key={`${form}-${format}-${lang}`}
                component="a"
                href={address(form, format, lang)}
                download
              >
                {format.toUpperCase()} · {t(`languages.${lang}`)}
              </Menu.Item>
            )),
          ),
        ])}
      </Menu.Dropdown>
    </Menu>
  );
}
