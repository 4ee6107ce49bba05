export type {
  DurationCell,
  FigureCell,
  FigureQuestion,
  FigureStore,
  FigureUnit,
  Moment,
  Place,
  UnitQuestion,
} from './ports/figure-store.port';
export type { DaysLine, FigureLine, FigureTable } from './figures/figure-line';
export { splitsOf, openSplits } from './figures/figure-query';
export type { FigureAnswer, FigureProblem, FigureQuery, Sight } from './figures/figure-query';
export { Figures, type FiguresParts } from './figures/figures';
export type { Aim, ProgrammeReader } from './ports/programme-reader.port';
export { DEFAULT_THRESHOLD } from './suppression/open-figures';
export type {
  NamedOrganisation,
  ProgrammeWords,
  SheetContent,
  SheetContentReader,
  SheetMaterial,
  SheetQuote,
} from './ports/sheet-content.port';
export {
  createSheets,
  type SheetDocumentQuery,
  type Sheets,
  type SheetsParts,
} from './sheet/create-sheets';
export {
  SHEET_FORMS,
  SHEET_LANGUAGES,
  type SheetDocument,
  type SheetForm,
  type SheetLanguage,
  type SheetLock,
  type SheetNumber,
  type SheetSection,
  type SheetText,
  type SheetWriter,
} from './sheet/sheet-document';
export {
  SHEET_FORMATS,
  sheetFile,
  type SheetFile,
  type SheetFormat,
  type SheetWriters,
} from './sheet/sheet-file';
