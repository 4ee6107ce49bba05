import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Where a person is, from a day to a day, by what is known today; made of the changes of the series of places. */
@Entity('figure_place')
@Index('ix_figure_place_from', { synchronize: false })
@Index('ix_figure_place_to', { synchronize: false })
export class FigurePlaceEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_figure_place' })
  programme!: string;

  /** `#stage`, `#company` or `#site`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_figure_place' })
  series!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_figure_place' })
  person!: string;

  @PrimaryColumn('date', { name: 'from_day', primaryKeyConstraintName: 'pk_figure_place' })
  fromDay!: string;

  /** The first day on which it is there no more; `infinity` while it is. */
  @Column('date', { name: 'to_day' })
  toDay!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_figure_place' })
  unit!: string;
}
