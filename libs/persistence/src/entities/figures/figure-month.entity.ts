import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The changes of one month added up, so that the figure of a day reads few rows. */
@Entity('figure_month')
export class FigureMonthEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_figure_month' })
  programme!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_figure_month' })
  series!: string;

  /** Its first day. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'pk_figure_month' })
  month!: string;

  /** A company or site, which several persons share; else empty. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_figure_month' })
  unit!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_figure_month' })
  per!: number;

  @Column('bigint')
  amount!: string;

  @Column('integer')
  units!: number;

  @Column('integer')
  persons!: number;
}
