import { Button, Input, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cohortQuery } from '../../api/cohort';
import { useProgramme } from '../../frame/programme';
import { useDraft } from '../../live/drafts';
import { useMe } from '../../session/session';
import { Badge } from '../../shared/badges';
import { useFilters } from '../../shared/filters';
import { PageHead } from '../../shared/page-head';
import { Empty, Loaded } from '../../shared/states';
import { Differences } from './differences';
import { DraftBar } from './draft-bar';
import {
  nextVersion,
  publishedBefore,
  templateBodyQuery,
  templatesQuery,
  type Listed,
  type Stage,
  type Template,
} from './setup-queries';
import { Simulation } from './simulation';
import { StageEditor } from './stage-editor';
import { StageTable } from './stage-table';

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

interface One {
  readonly template: Template;
  readonly all: readonly Listed[];
  readonly programme: string;
  readonly mayDraft: boolean;
}

/** A published version is read; a draft is changed. */
function OneTemplate({ template, all, programme, mayDraft }: One) {
  const { t } = useTranslation('setup');
  const me = useMe();
  const [filters, filter] = useFilters();
  // What was typed is there again after a reload; a version to come begins as this one.
  const next = nextVersion(template.id, all);
  const isDraft = all.find(({ id }) => id === template.id)?.status !== 'published';
  const [isNew, begin] = useState(false);
  const editing = mayDraft && (isDraft || isNew);
  const [empty] = useState<Template>(() => (isDraft ? template : { ...template, id: next }));
  const { draft, wasKept, change, clear } = useDraft<Template>(me.account, `template/${empty.id}`, empty);
  const [saved, setSaved] = useState(isDraft && !wasKept);
  const [stage, edit] = useState<Stage>();
  const shown = editing ? draft.values : template;
  const before = publishedBefore(shown.id, all);
  const inAPI = all.some(({ id }) => id === shown.id);
  const take = (changed: Stage): void => {
    const stages = draft.values.stages.map((one) => (one.code === changed.code ? changed : one));
    change({ ...draft.values, stages });
    setSaved(false);
    edit(undefined);
  };
  const finish = (): void => {
    clear();
    filter({ template: shown.id });
  };
  return (
    <>
      <p>
        <strong>{shown.title}</strong> · {shown.id}{' '}
        <Badge tone={editing ? 'soon' : 'done'}>{t(`statuses.${editing ? 'draft' : 'published'}`)}</Badge>
      </p>
      {editing ? (
        <DraftBar
          draft={draft.values}
          isSaved={saved && inAPI}
          onSaved={() => setSaved(true)}
          onPublished={finish}
        />
      ) : mayDraft ? (
        <Button mb="md" variant="default" onClick={() => begin(true)}>
          {t('begin', { id: next })}
        </Button>
      ) : null}
      <Tabs
        value={filters.tab ?? 'stages'}
        onChange={(tab) => filter({ tab: tab ?? undefined })}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="stages">{t('stages')}</Tabs.Tab>
          {before === undefined ? null : <Tabs.Tab value="differences">{t('differences')}</Tabs.Tab>}
          {me.actions.has('template.simulate') ? <Tabs.Tab value="trial">{t('trial')}</Tabs.Tab> : null}
        </Tabs.List>
        <Tabs.Panel value="stages" pt="md">
          <StageTable template={shown} {...(editing ? { onEdit: edit } : {})} />
        </Tabs.Panel>
        {before === undefined ? null : (
          <Tabs.Panel value="differences" pt="md">
            {inAPI && (saved || !editing) ? (
              <Differences id={shown.id} from={before} />
            ) : (
              <p className="soft">{t('saveFirst')}</p>
            )}
          </Tabs.Panel>
        )}
        <Tabs.Panel value="trial" pt="md">
          {inAPI && (saved || !editing) ? (
            <Simulation template={shown.id} programme={programme} isPublished={!editing} />
          ) : (
            <p className="soft">{t('saveFirst')}</p>
          )}
        </Tabs.Panel>
      </Tabs>
      {stage === undefined ? null : (
        <StageEditor template={shown} stage={stage} onDone={take} onClose={() => edit(undefined)} />
      )}
    </>
  );
}
