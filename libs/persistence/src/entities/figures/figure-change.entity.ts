import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What is added to a figure from a day on, known from an instant on. Appended, never changed. */
@Entity('figure_change')
@Check('ck_figure_change_per', 'per > 0')
@Index('ix_figure_change_series', { synchronize: false })
@Index('ix_figure_change_person', ['person'])
export class FigureChangeEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_figure_change',
  })
  id!: string;

  @Column('text')
  programme!: string;

  @Column('text')
  series!: string;

  @Column('date', { name: 'on_day' })
  onDay!: string;

  @Column('timestamptz', { name: 'known_from' })
  knownFrom!: Date;

  @Column('bigint')
  amount!: string;

  @Column('bigint')
  cell!: string;

  /** `amount / per` is added. */
  @Column('integer')
  per!: number;

  @Column('smallint')
  units!: number;

  @Column('smallint')
  persons!: number;

  /** Persons that begin or cease to have a unit under the university of the cell. */
  @Column('smallint', { name: 'persons_there', default: 0 })
  personsThere!: number;

  @Column('text')
  person!: string;

  /** Null where it is the person itself. */
  @Column('text', { nullable: true })
  unit!: string | null;
}
