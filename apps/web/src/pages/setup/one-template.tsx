import { Button, Tabs } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../live/drafts';
import { useMe } from '../../session/session';
import { Badge } from '../../shared/badges';
import { useFilters } from '../../shared/filters';
import { Differences } from './differences';
import { DraftBar } from './draft-bar';
import { addStage, moveStage, removeStage } from './edit-stages';
import { Faults } from './faults';
import { GeneralFacts } from './general-facts';
import { GeneralForm } from './general-form';
import { NewStageDialog } from './new-stage';
import {
  faultsQuery,
  nextVersion,
  publishedBefore,
  templateBodyQuery,
  type Listed,
  type Stage,
  type Template,
} from './setup-queries';
import { Simulation } from './simulation';
import { StageEditor } from './stage-editor';
import { useStageNames } from './stage-names';
import { StageTable } from './stage-table';

interface Props {
  readonly template: Template;
  readonly all: readonly Listed[];
  readonly programme: string;
  readonly mayDraft: boolean;
}

const TYPING_MS = 500;

/** A published version is read; a draft is changed, and what is wrong with it or differs stands beside it at once. */
export function OneTemplate({ template, all, programme, mayDraft }: Props) {
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
  const [behind, add] = useState<string>();
  const shown = editing ? draft.values : template;
  const nameOf = useStageNames(shown);
  const [settled] = useDebouncedValue(shown, TYPING_MS);
  const { data: faults } = useQuery({ ...faultsQuery(settled), enabled: editing });
  const earlier = publishedBefore(shown.id, all);
  const { data: before } = useQuery(templateBodyQuery(earlier ?? ''));
  const bodies = useQueries({ queries: all.map(({ id }) => templateBodyQuery(id)) });
  const guards = [
    ...new Set(
      [shown, ...bodies.flatMap(({ data }) => data ?? [])].flatMap(({ stages }) =>
        stages.flatMap((one) => one.guards),
      ),
    ),
  ];
  const putWhole = (whole: Template): void => {
    change(whole);
    setSaved(false);
  };
  const put = (stages: Template['stages']): void => putWhole({ ...draft.values, stages });
  const { stages } = draft.values;
  const inAPI = all.some(({ id }) => id === shown.id);
  return (
    <>
      <p>
        <strong>{shown.title}</strong> · {shown.id}{' '}
        <Badge tone={editing ? 'soon' : 'done'}>{t(`statuses.${editing ? 'draft' : 'published'}`)}</Badge>
      </p>
      {editing ? (
        <>
          <DraftBar
            draft={draft.values}
            isSaved={saved && inAPI}
            isSound={faults?.length === 0}
            onSaved={() => setSaved(true)}
            onPublished={() => {
              clear();
              filter({ template: shown.id });
            }}
          />
          <Faults
            faults={faults ?? []}
            nameOf={nameOf}
            openerOf={(code) => {
              const found = stages.find((one) => one.code === code);
              return found === undefined ? undefined : () => edit(found);
            }}
          />
        </>
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
          <Tabs.Tab value="general">{t('whole')}</Tabs.Tab>
          {before === undefined ? null : <Tabs.Tab value="differences">{t('differences')}</Tabs.Tab>}
          {me.actions.has('template.simulate') ? <Tabs.Tab value="trial">{t('trial')}</Tabs.Tab> : null}
        </Tabs.List>
        <Tabs.Panel value="stages" pt="md">
          <StageTable
            template={shown}
            {...(editing
              ? {
                  onEdit: edit,
                  acts: ({ code }) => ({
                    onAdd: () => add(code),
                    onMove: (by) => put(moveStage(stages, code, by)),
                    onRemove: () => put(removeStage(stages, code)),
                  }),
                }
              : {})}
          />
        </Tabs.Panel>
        <Tabs.Panel value="general" pt="md">
          {editing ? <GeneralForm template={shown} onChange={putWhole} /> : <GeneralFacts template={shown} />}
        </Tabs.Panel>
        {before === undefined ? null : (
          <Tabs.Panel value="differences" pt="md">
            <Differences before={before} after={shown} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="trial" pt="md">
          {inAPI && (saved || !editing) ? (
            <Simulation template={shown} programme={programme} isPublished={!editing} />
          ) : (
            <p className="soft">{t('saveFirst')}</p>
          )}
        </Tabs.Panel>
      </Tabs>
      {stage === undefined ? null : (
        <StageEditor
          template={shown}
          stage={stage}
          guards={guards}
          onDone={(changed) => {
            put(stages.map((one) => (one.code === changed.code ? changed : one)));
            edit(undefined);
          }}
          onClose={() => edit(undefined)}
        />
      )}
      {behind === undefined ? null : (
        <NewStageDialog
          template={shown}
          behind={nameOf(behind)}
          onAdd={(added) => {
            const longer = addStage(stages, behind, added);
            put(longer);
            add(undefined);
            edit(longer.find(({ code }) => code === added.code));
          }}
          onClose={() => add(undefined)}
        />
      )}
    </>
  );
}
