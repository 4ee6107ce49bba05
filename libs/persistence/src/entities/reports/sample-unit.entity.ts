import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One drawn unit, and what was found, answered and settled about it: codes alone. */
@Entity('sample_unit')
export class SampleUnitEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sample_unit' })
  sample!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sample_unit' })
  unit!: string;

  @Column('text')
  programme!: string;

  @Column('text')
  stratum!: string;

  @Column('text', { nullable: true })
  journey!: string | null;

  @Column('text', { array: true })
  facts!: string[];

  @Column('text', { array: true })
  evidence!: string[];

  @Column('text', { nullable: true })
  finding!: string | null;

  @Column('text', { name: 'found_by', nullable: true })
  foundBy!: string | null;

  @Column('timestamptz', { name: 'found_at', nullable: true })
  foundAt!: Date | null;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('text', { name: 'answered_by', nullable: true })
  answeredBy!: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('text', { name: 'settled_by', nullable: true })
  settledBy!: string | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;
}
