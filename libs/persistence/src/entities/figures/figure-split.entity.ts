import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The changes of one month added up by what is the person's own in every cell, so that splits by it read few rows. */
@Entity('figure_split')
export class FigureSplitEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_figure_split' })
  programme!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_figure_split' })
  series!: string;

  /** Its first day. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'pk_figure_split' })
  month!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_figure_split' })
  university!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_figure_split' })
  gender!: string;

  @PrimaryColumn('text', { name: 'age_band', primaryKeyConstraintName: 'pk_figure_split' })
  ageBand!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_figure_split' })
  country!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_figure_split' })
  cohort!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_figure_split' })
  per!: number;

  @Column('bigint')
  amount!: string;

  @Column('integer')
  units!: number;

  @Column('integer')
  persons!: number;

  @Column('integer', { name: 'persons_there' })
  personsThere!: number;
}
