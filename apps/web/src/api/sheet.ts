import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import type { components } from './generated/schema';
import { answerOf } from './problem';

type Schemas = components['schemas'];
export type FigureLine = Schemas['FigureLine'];
export type Comparison = Schemas['FigureComparison'];
export type ProvedUnits = Schemas['ProvedUnits'];
export type ReportSummary = Schemas['ReportSummary'];

export interface ReportedFigure {
  readonly indicator: string;
  readonly value: string | null;
}
/** What a report before said of a figure, and what is known by now. */
export interface Adjustment {
  readonly report: string;
  readonly indicator: string;
  readonly before: string;
  readonly after: string;
  /** For those who may see persons. */
  readonly units?: Comparison['differences'][number]['units'];
}
interface ReportPart {
  readonly figures: readonly ReportedFigure[];
  readonly adjustments: readonly Adjustment[];
}
/** A report as it was signed; `inner` is a hash for those who may not see persons (docs/reporting.md). */
export type Report = Omit<Schemas['Report'], 'content'> & {
  readonly content: { readonly published: ReportPart; readonly inner: string | ReportPart };
};

/** What a sheet is about: `asOf` what had happened by then, `knownAt` what had been recorded by then; today and now when left out. */
export interface Moment {
  readonly programme?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
}

export type LockState = 'none' | 'proposed' | 'signed' | 'withdrawn';

/** A number of the printed sheet, in words of its language. */
export interface SheetNumber {
  readonly figure: string;
  readonly label: string;
  readonly shown: string;
  readonly exact: string | null;
  readonly state: 'counted' | 'suppressed';
  readonly asOf: string;
  readonly knownAt: string;
  readonly lock: LockState;
}

/** The printed sheet as data (docs/sheet-and-pull.md), as far as the page shows it. */
export interface SheetDocument {
  readonly asOf: string;
  readonly knownAt: string;
  readonly lock: { readonly state: LockState; readonly report?: string };
  readonly sections: readonly {
    readonly heading: string;
    readonly numbers: readonly SheetNumber[];
    readonly items: readonly { readonly text: string }[];
  }[];
}

/** The sheet in the order in which it is printed for funders. */
export const sheetDocumentQuery = (moment: Moment, lang: 'de' | 'en') =>
  queryOptions({
    queryKey: ['sheet', 'document', moment, lang],
    queryFn: async (): Promise<SheetDocument> => {
      const text = await answerOf(
        api.GET('/api/v1/sheet', { params: { query: { ...moment, format: 'json', lang } }, parseAs: 'text' }),
      );
      const document: SheetDocument = JSON.parse(text);
      return document;
    },
  });

/** Figures at a moment; without `indicator` all of them. */
export const figuresQuery = (moment: Moment, asked: { readonly indicator?: string; readonly by?: string }) =>
  queryOptions({
    queryKey: ['sheet', 'figures', moment, asked],
    queryFn: () => answerOf(api.GET('/api/v1/figures', { params: { query: { ...moment, ...asked } } })),
  });

export const indicatorsQuery = queryOptions({
  queryKey: ['indicators'],
  queryFn: () => answerOf(api.GET('/api/v1/indicators')),
  staleTime: 300_000,
});

/** What differs between an earlier moment and this one. */
export const comparisonQuery = (
  moment: Moment,
  before: { readonly beforeAsOf?: string; readonly beforeKnownAt?: string },
) =>
  queryOptions({
    queryKey: ['sheet', 'compare', moment, before],
    queryFn: () =>
      answerOf(api.GET('/api/v1/figures/compare', { params: { query: { ...moment, ...before } } })),
  });

/** A page of the units behind a figure; every look is on record. */
export const unitsPage = (
  moment: Moment,
  indicator: string,
  after: string | undefined,
): Promise<ProvedUnits> =>
  answerOf(
    api.GET('/api/v1/figures/{indicator}/units', {
      params: { path: { indicator }, query: { ...moment, ...(after === undefined ? {} : { after }) } },
    }),
  );

export const reportsQuery = (programme: string | undefined) =>
  queryOptions({
    queryKey: ['sheet', 'reports', programme ?? ''],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/reports', { params: { query: programme === undefined ? {} : { programme } } }),
      ),
  });

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['sheet', 'report', id],
    queryFn: async (): Promise<Report> => {
      const text = await answerOf(
        api.GET('/api/v1/reports/{report}', { params: { path: { report: id } }, parseAs: 'text' }),
      );
      const report: Report = JSON.parse(text);
      return report;
    },
  });
