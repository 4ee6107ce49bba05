import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A sample of the units behind a figure. */
@Entity('sample')
@Check('ck_sample_share', 'share BETWEEN 20 AND 40')
@Index('ix_sample_programme', ['programme', 'drawnAt'])
export class SampleEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sample' })
  id!: string;

  @Column('text')
  programme!: string;

  @Column('text', { nullable: true })
  report!: string | null;

  @Column('date', { name: 'as_of' })
  asOf!: string;

  @Column('timestamptz', { name: 'known_at' })
  knownAt!: Date;

  @Column('text')
  indicator!: string;

  /** Per cent. */
  @Column('integer')
  share!: number;

  @Column('text')
  seed!: string;

  /** Last day of the contradiction phase. */
  @Column('date', { name: 'answers_until' })
  answersUntil!: string;

  @Column('integer')
  population!: number;

  @Column('text', { name: 'drawn_by' })
  drawnBy!: string;

  @Column('timestamptz', { name: 'drawn_at' })
  drawnAt!: Date;
}
