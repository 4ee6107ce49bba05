import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which changes of a programme are in its months. */
@Entity('figure_fold')
export class FigureFoldEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_figure_fold' })
  programme!: string;

  /** All with an id up to this one. */
  @Column('bigint', { name: 'up_to' })
  upTo!: string;

  /** The youngest instant from which one of them is known. */
  @Column('timestamptz', { name: 'known_until' })
  knownUntil!: Date;

  /** The catalogue by which the rows of everybody in the programme are made; null while that is not known. */
  @Column('text', { nullable: true })
  shape!: string | null;
}
