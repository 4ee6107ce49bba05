import { FigureCellEntity } from './figure-cell.entity';
import { FigureChangeEntity } from './figure-change.entity';
import { FigureFoldEntity } from './figure-fold.entity';
import { FigureMonthEntity } from './figure-month.entity';
import { FigurePlaceEntity } from './figure-place.entity';
import { FigureSplitEntity } from './figure-split.entity';
import { PersonTraitEntity } from './person-trait.entity';

export const figureEntities = [
  FigureCellEntity,
  FigureChangeEntity,
  FigureFoldEntity,
  FigureMonthEntity,
  FigurePlaceEntity,
  FigureSplitEntity,
  PersonTraitEntity,
];
