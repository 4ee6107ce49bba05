import {
  previewMigration,
  TEMPLATES,
  templateDifferences,
  textOf,
  type JsonObject,
  type StageMapping,
  type Template,
  type TemplateDifference,
  type TemplateFault,
} from '@lotse/domain';
import { everyJourney } from '../actions/every-journey';
import { mustBeRecorded } from '../actions/known-record';
import { refusedFor, type Refused, type Sender } from '../answer';
import { bulk, type BulkOptions, type BulkRow } from '../bulk/bulk';
import { derivedId } from '../bulk/derived-id';
import type { StoredTemplate, TemplateStatus, TemplateStore } from '../ports/template-store.port';
import { viewJourney } from '../read/view-journey';
import type { Door } from '../submit/decide-on';
import { isStorableJson, jsonFault } from '../submit/plain-json';
import { dueDays, type DueChange, type Shift } from '../submit/preview';
import { readTemplate } from './read-template';

export interface ListedTemplate {
  readonly id: string;
  readonly status: TemplateStatus;
  /** True for those that come with the release. */
  readonly builtIn: boolean;
}

export type DraftAnswer =
  { readonly result: 'accepted'; readonly faults: readonly TemplateFault[] } | Refused;
export type PublishAnswer = { readonly result: 'accepted' | 'repeated' } | Refused;

export interface Cohort {
  readonly template: string;
  readonly programme: string;
  /** Old stage code → new one; a stage that is not named keeps its code. */
  readonly mapping?: StageMapping;
}

/** One journey under another template. `stage` and `clocks` are absent when it cannot move; `reason` then says why. */
export interface Simulated {
  readonly journey: string;
  readonly template: Shift<string>;
  readonly stage?: Shift<string>;
  /** Every one, those that stay too. */
  readonly clocks?: readonly DueChange[];
  readonly reason?: string;
}

/** Templates as data: drafted, checked, compared, published for good, tried out on a cohort, and journeys moved to them. */
export interface Templates {
  listTemplates(): Promise<ListedTemplate[]>;
  getTemplate(id: string): Promise<(ListedTemplate & { readonly body: JsonObject }) | null>;
  /** Keeps a draft, which may have faults still; a published id is refused. */
  draftTemplate(body: JsonObject, sender: Sender): Promise<DraftAnswer>;
  /** Everything wrong with a template; empty when it can be published. Keeps nothing. */
  validateTemplate(body: JsonObject): readonly TemplateFault[];
  /** Null when one of the two is not there. */
  diffTemplates(before: string, after: string): Promise<readonly TemplateDifference[] | null>;
  /** From then on the template never changes. */
  publishTemplate(id: string, sender: Sender): Promise<PublishAnswer>;
  /** Where each open journey of a programme would stand, and every due day before and after; a draft will do. Keeps nothing. @throws UnknownTemplateError, UnknownRecordError */
  simulateTemplate(cohort: Cohort): AsyncGenerator<Simulated>;
  /** Moves each open journey by a command of its own; those that cannot map stay and say why. Undone by `undo`. */
  migrateTemplate(
    cohort: Cohort & { readonly reason: string },
    options: BulkOptions,
  ): AsyncGenerator<BulkRow>;
  /** Keeps the release's own templates in the database too, so that journeys outlive a release without them. Idempotent. */
  seedTemplates(): Promise<void>;
}

type Parts = Door & { readonly templateStore: TemplateStore };

/** A template is JSON by its kind. */
const bodyOf = (template: Template): JsonObject => JSON.parse(JSON.stringify(template));

export function createTemplates(parts: Parts): Templates {
  const { templateStore, clock } = parts;
  const noted = (submittedBy: string) => ({ submittedBy, recordedAt: clock.now().toISOString() });

  async function find(id: string): Promise<(ListedTemplate & { readonly body: JsonObject }) | undefined> {
    const own = TEMPLATES.get(id);
    if (own !== undefined) return { id, status: 'published', builtIn: true, body: bodyOf(own) };
    const stored: StoredTemplate | undefined = await templateStore.get(id);
    return stored && { id, status: stored.status, builtIn: false, body: stored.body };
  }

  async function read(id: string): Promise<Template | undefined> {
    const found = readTemplate((await find(id))?.body);
    return 'template' in found ? found.template : undefined;
  }

  async function* simulate({ template: id, programme, mapping = {} }: Cohort): AsyncGenerator<Simulated> {
    const target = await read(id);
    if (target === undefined) throw new UnknownTemplateError(id);
    await mustBeRecorded(parts.journeys, 'programme', programme);
    for await (const { id: journey, status } of everyJourney(parts.journeys, { programme })) {
      if (status === 'closed' || status === 'void') continue;
      const viewed = await viewJourney(parts, journey, clock.now());
      if (viewed === undefined) continue;
      const { from, to, reason } = previewMigration(viewed.state, viewed.context, target, mapping);
      const template = { before: from.template, after: id };
      if (to === undefined) yield { journey, template, reason: reason ?? '' };
      else
        yield {
          journey,
          template,
          stage: { before: from.stage, after: to.stage },
          clocks: dueDays(from.clocks, to.clocks),
        };
    }
  }

  return {
    async listTemplates() {
      const stored = await templateStore.list();
      const own = [...TEMPLATES.keys()].map((id) => ({ id, status: 'published' as const, builtIn: true }));
      const others = stored
        .filter(({ id }) => !TEMPLATES.has(id))
        .map(({ id, status }) => ({ id, status, builtIn: false }));
      return [...own, ...others].sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    getTemplate: async (id) => (await find(id)) ?? null,
    async draftTemplate(body, { submittedBy }) {
      const id = textOf(body.id);
      if (!/^[a-z0-9-]{1,48}@[1-9]\d{0,4}$/.test(id))
        return refusedFor(
          'fields-invalid',
          'field:id',
          ['administrator'],
          'Give id as <name>@<number>, such as de-glass@2.',
        );
      if (jsonFault(body) !== undefined || !isStorableJson(body))
        return refusedFor(
          'fields-invalid',
          'field:body',
          ['administrator'],
          'Give plain JSON: nested at most 16 deep, numbers that a double can hold, text without NUL.',
        );
      const kept = !TEMPLATES.has(id) && (await templateStore.putDraft(id, body, noted(submittedBy)));
      return kept
        ? { result: 'accepted', faults: faultsOf(body) }
        : refusedFor(
            'id-clash',
            'field:id',
            ['administrator'],
            `${id} is published and never changes: draft the next number.`,
          );
    },
    validateTemplate: (body) => faultsOf(body),
    async diffTemplates(before, after) {
      const [old, next] = [await read(before), await read(after)];
      return old === undefined || next === undefined ? null : templateDifferences(old, next);
    },
    async publishTemplate(id) {
      const found = await find(id);
      if (found === undefined)
        return refusedFor('reference-unknown', 'template', ['administrator'], `There is no draft ${id}.`);
      if (found.status === 'published') return { result: 'repeated' };
      const faults = faultsOf(found.body);
      if (faults.length > 0)
        return {
          result: 'refused',
          refusal: {
            code: 'guards-unmet',
            unmet: faults.map(({ text }) => ({
              guard: 'template-sound',
              who: ['administrator'],
              remedy: text,
            })),
          },
        };
      return (await templateStore.publish(id, found.body, clock.now().toISOString()))
        ? { result: 'accepted' }
        : refusedFor(
            'version-conflict',
            'template',
            ['administrator'],
            `${id} was changed at the same moment: look again.`,
          );
    },
    simulateTemplate: simulate,
    async *migrateTemplate({ reason, ...cohort }, options) {
      let row = 0;
      for await (const { journey, stage, reason: why } of simulate(cohort)) {
        row += 1;
        const id = derivedId(parts.keyring, options.batch, journey, 'migrate');
        if (stage === undefined) {
          yield {
            row,
            id,
            journey,
            ...refusedFor('guards-unmet', 'stage-of-target', ['coordinator'], why ?? ''),
          };
          continue;
        }
        const viewed = await viewJourney(parts, journey, clock.now());
        const command = {
          id,
          journey,
          command: 'migrate-template',
          happenedOn: viewed?.context.today ?? '',
          by: { role: 'coordinator' },
          data: { template: cohort.template, stage: stage.after, reason },
        };
        for await (const answer of bulk(parts, [command], options)) yield { ...answer, row };
      }
    },
    async seedTemplates() {
      for (const template of TEMPLATES.values())
        await templateStore.seed(template.id, bodyOf(template), noted('system'));
    },
  };
}

function faultsOf(body: JsonObject): readonly TemplateFault[] {
  const read = readTemplate(body);
  return 'faults' in read ? read.faults : [];
}

/** There is no sound template of the id, neither drafted nor published. */
export class UnknownTemplateError extends Error {
  override readonly name = 'UnknownTemplateError';
  readonly code = 'template-unknown';
  constructor(id: string) {
    super(`There is no template ${id} without faults: draft it, or validate the draft`);
  }
}
