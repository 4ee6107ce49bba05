import { FIGURES, INDICATORS, type SheetScope } from '@lotse/domain';
import type { NamedOrganisation, ProgrammeWords, SheetContent } from '../ports/sheet-content.port';
import type { Aim } from '../ports/programme-reader.port';
import type { Sight } from '../figures/figure-query';
import type { CountedFigure } from './sheet-numbers';
import type {
  SheetDocument,
  SheetForm,
  SheetLanguage,
  SheetLock,
  SheetNumber,
  SheetSection,
  SheetText,
} from './sheet-document';
import { SHEET_PLANS, type SectionPlan, type SheetList } from './sheet-plan';
import { targetOf } from './sheet-target';
import { dayText, instantText, numberText } from './sheet-texts';
import { SHEET_WORDS } from './sheet-words';

/** Everything that a sheet is made of. */
export interface SheetParts {
  readonly form: SheetForm;
  readonly language: SheetLanguage;
  readonly scope: SheetScope;
  readonly content: SheetContent;
  readonly counted: ReadonlyMap<string, CountedFigure>;
  readonly lock: SheetLock;
  /** Targets and baselines by figure, as known at the sheet's instant. */
  readonly aims: ReadonlyMap<string, readonly Aim[]>;
  /** Without sight of persons nobody's words stand on a sheet. */
  readonly sight: Sight;
}

/** Words of the programme in the sheet's language; where there are none, as they stand, marked as German. */
function inLanguage(
  { content, language }: SheetParts,
  field: Exclude<keyof ProgrammeWords, 'name' | 'region'>,
): SheetText[] {
  const english = language === 'en' ? content.english[field] : undefined;
  if (english !== undefined) return english.map((text) => ({ text }));
  return (content.words[field] ?? []).map((text) => ({ text, ...german(language) }));
}

const german = (language: SheetLanguage): { readonly language?: string } =>
  language === 'de' ? {} : { language: 'de' };

const names = (organisations: readonly NamedOrganisation[]): string[] =>
  organisations.map(({ name }) => name);

/** Organisations by name, all universities in one entry as on the printed sheet. */
function partnerItems(organisations: readonly NamedOrganisation[], language: SheetLanguage): SheetText[] {
  const universities = organisations.filter(({ kind }) => kind === 'university');
  const others = organisations.filter(({ kind }) => kind !== 'university');
  const together =
    universities.length === 0
      ? []
      : [`${SHEET_WORDS[language].universities}: ${names(universities).join(', ')}`];
  return [...names(others), ...together].map((text) => ({ text }));
}

const LISTS: Readonly<Record<Exclude<SheetList, 'quotes'>, (parts: SheetParts) => readonly SheetText[]>> = {
  bound: ({ content }) => names(content.bound).map((text) => ({ text })),
  materials: ({ content }) =>
    content.materials.map(({ title, kind }) => ({ text: title === kind ? title : `${title} (${kind})` })),
  partners: ({ content, language }) => partnerItems(content.partners, language),
  supporters: ({ content, language }) => [
    ...partnerItems(content.partners, language),
    ...names(content.funders).map((text) => ({ text })),
  ],
  regions: ({ content }) => content.regions.map((regions) => ({ text: regions.join(' – ') })),
  runtime: ({ content: { from, to }, language }) => [
    { text: `${dayText(language, from)} ${SHEET_WORDS[language].to} ${dayText(language, to)}` },
  ],
  carrier: ({ content: { carrier } }) =>
    carrier === undefined ? [] : [{ text: [carrier.name, ...(carrier.address ?? [])].join(', ') }],
  website: ({ content: { website }, language }) =>
    website === undefined ? [] : [{ text: `${SHEET_WORDS[language].website}: ${website}` }],
};

function quotesOf({ content, language }: SheetParts): SheetSection['quotes'] {
  return content.quotes.map(({ text, respondentKind, on }) => ({
    text,
    by: `${SHEET_WORDS[language].respondents[respondentKind]}, ${dayText(language, on)}`,
  }));
}

function numberOf(parts: SheetParts, key: string): SheetNumber {
  const { language, lock, counted } = parts;
  const figure = counted.get(key);
  const label = INDICATORS.get(key)?.label[language];
  if (figure === undefined || label === undefined) throw new Error(`The sheet lacks the figure ${key}`);
  const { exact, shown, asOf, knownAt } = figure;
  const target = targetOf(parts.aims.get(key), parts.scope.asOf, language);
  return {
    figure: key,
    label,
    shown: exact === null ? SHEET_WORDS[language].suppressed : numberText(language, shown),
    exact,
    state: exact === null ? 'suppressed' : 'counted',
    asOf,
    knownAt,
    lock: lock.state,
    ...(target === undefined ? {} : { target }),
  };
}

/** What is counted and stands in no section of its own. */
const furtherOf = ({ counted }: SheetParts): string[] =>
  [...counted.keys()].filter((key) => !FIGURES.some((one) => one.key === key));

function sectionOf(parts: SheetParts, plan: SectionPlan): SheetSection {
  const words = SHEET_WORDS[parts.language];
  const { heading, level = 2, words: field, figures = plan.further === true ? furtherOf(parts) : [] } = plan;
  const { lists = [] } = plan;
  const texts = field === undefined ? [] : inLanguage(parts, field);
  const numbers = figures.map((key) => numberOf(parts, key));
  const items = lists.flatMap((list) => (list === 'quotes' ? [] : LISTS[list](parts)));
  const quotes = lists.includes('quotes') ? quotesOf(parts) : [];
  const isEmpty =
    heading !== 'results' && [texts, numbers, items, quotes].every(({ length }) => length === 0);
  return {
    heading: words.headings[heading],
    level,
    texts: isEmpty ? [{ text: words.nothing }] : texts,
    numbers,
    items,
    quotes,
  };
}

function factsOf({ language, scope, content, lock }: SheetParts): SheetDocument['facts'] {
  const words = SHEET_WORDS[language];
  const report: readonly [string, string][] =
    lock.report === undefined
      ? []
      : [[words.report, [lock.report, lock.sha256].filter(Boolean).join(', SHA-256 ')]];
  return [
    [words.asOf, dayText(language, scope.asOf)],
    [words.knownAt, instantText(language, content.timeZone, scope.knownAt)],
    [words.lock, words.locks[lock.state]],
    ...report,
  ];
}

/** Puts a sheet together in one of its forms. Pure: every number comes from `counted`, none is typed in. */
export function composeSheet(parts: SheetParts): SheetDocument {
  const { form, language, scope, content, lock, sight } = parts;
  const words = SHEET_WORDS[language];
  const named = language === 'en' ? content.english.name : undefined;
  return {
    form,
    language,
    programme: scope.programme,
    title: words.titles[form],
    subtitle: named === undefined ? { text: content.words.name ?? scope.programme } : { text: named },
    asOf: scope.asOf,
    knownAt: scope.knownAt,
    lock,
    facts: factsOf(parts),
    sections: SHEET_PLANS[form]
      .filter(({ further }) => further !== true || furtherOf(parts).length > 0)
      .map((plan) => sectionOf(parts, plan)),
    notes: [words.computed, ...(sight === 'figures' && form === 'project' ? [words.quotesHidden] : [])],
    columns: words.columns,
    lockWords: words.locks,
  };
}
