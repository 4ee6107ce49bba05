import { Input } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { cohortQuery } from '../../api/cohort';
import { useProgramme } from '../../frame/programme';
import { useMe } from '../../session/session';
import { useFilters } from '../../shared/filters';
import { PageHead } from '../../shared/page-head';
import { Empty, Loaded } from '../../shared/states';
import { OneTemplate } from './one-template';
import { templateBodyQuery, templatesQuery } from './setup-queries';

/** How a programme runs: stages, guards and deadlines; a draft of the next version, tried on the cohort before it is published. */
export function Page() {
  const { t } = useTranslation('setup');
  const me = useMe();
  const programme = useProgramme();
  const [filters, filter] = useFilters();
  const list = useQuery(templatesQuery);
  const { data: cohort } = useQuery(cohortQuery(programme?.id));
  const id = filters.template ?? cohort?.[0]?.template ?? list.data?.[0]?.id ?? '';
  const body = useQuery(templateBodyQuery(id));
  return (
    <>
      <PageHead title={t('title')}>
        <Input
          component="select"
          aria-label={t('template')}
          value={id}
          onChange={({ currentTarget }) => filter({ template: currentTarget.value })}
        >
          {(list.data ?? []).map((one) => (
            <option key={one.id} value={one.id}>
              {one.id} · {t(`statuses.${one.status}`)}
            </option>
          ))}
        </Input>
      </PageHead>
      <Loaded query={list}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon="gear" title={t('empty')} />
          ) : (
            <Loaded query={body}>
              {(template) => (
                <OneTemplate
                  key={template.id}
                  template={template}
                  all={all}
                  programme={programme?.id ?? ''}
                  mayDraft={me.actions.has('template.draft')}
                />
              )}
            </Loaded>
          )
        }
      </Loaded>
    </>
  );
}
