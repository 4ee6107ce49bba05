import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { JourneyEntity } from './journey.entity';

/** One immutable record of something that happened in a journey. Free text stands sealed in `secret`. */
@Entity('fact')
@Check('ck_fact_version', 'version > 0')
@Index('uq_fact_supersedes', ['journeyId', 'supersedes'], { unique: true, where: 'supersedes IS NOT NULL' })
@Index('ix_fact_programme', ['programme', 'kind', 'happenedOn'])
export class FactEntity {
  @PrimaryColumn('text', { name: 'journey_id', primaryKeyConstraintName: 'pk_fact' })
  @ForeignKey(() => JourneyEntity, { name: 'fk_fact_journey' })
  journeyId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_fact' })
  version!: number;

  @Column('integer')
  seq!: number;

  @Column('text')
  programme!: string;

  @Column('text')
  person!: string;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'command_id' })
  commandId!: string;

  @Column('date', { name: 'happened_on' })
  happenedOn!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('timestamptz', { name: 'inserted_at' })
  insertedAt!: Date;

  /** That instant's day in the programme's zone as it was then. */
  @Column('date', { name: 'inserted_on' })
  insertedOn!: string;

  @Column('text', { name: 'actor_role' })
  actorRole!: string;

  @Column('text', { name: 'actor_organisation', nullable: true })
  actorOrganisation!: string | null;

  @Column('text', { name: 'submitted_by' })
  submittedBy!: string;

  @Column('text')
  template!: string;

  @Column('text', { name: 'rule_pack', nullable: true })
  rulePack!: string | null;

  @Column('boolean', { name: 'pack_assumed', default: false })
  packAssumed!: boolean;

  @Column('integer', { nullable: true })
  supersedes!: number | null;

  @Column('boolean', { default: false })
  struck!: boolean;

  @Column('text', { name: 'approved_by', nullable: true })
  approvedBy!: string | null;

  @Column('jsonb')
  data!: object;

  @Column('bytea', { nullable: true })
  secret!: Buffer | null;
}
