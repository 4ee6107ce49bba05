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
