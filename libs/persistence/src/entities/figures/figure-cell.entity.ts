import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The values of the dimensions that a change of a figure stands under; nobody's own. */
@Entity('figure_cell')
export class FigureCellEntity {
  /** Made from the values, so that it is known without a look. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'pk_figure_cell' })
  id!: string;

  @Column('text')
  university!: string;

  @Column('text')
  gender!: string;

  @Column('text', { name: 'age_band' })
  ageBand!: string;

  @Column('text')
  country!: string;

  @Column('text')
  cohort!: string;

  @Column('text')
  company!: string;

  @Column('text')
  site!: string;
}
