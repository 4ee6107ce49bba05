import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One journey as folded from its facts: the row that a command locks. */
@Entity('journey')
@Check('ck_journey_version', 'version > 0')
@Check('ck_journey_status', `status IN ('open', 'on-hold', 'closed', 'void')`)
@Index('uq_journey_open', ['person', 'programme'], { unique: true, where: `status IN ('open', 'on-hold')` })
@Index('ix_journey_programme', ['programme', 'stage'])
@Index('ix_journey_person', ['person'])
export class JourneyEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_journey' })
  id!: string;

  @Column('text')
  programme!: string;

  @Column('text')
  person!: string;

  @Column('text')
  template!: string;

  @Column('text')
  stage!: string;

  @Column('text')
  phase!: string;

  @Column('text')
  status!: string;

  @Column('integer')
  version!: number;

  @Column('date', { name: 'youngest_on' })
  youngestOn!: string;

  @Column('timestamptz', { name: 'last_recorded_at' })
  lastRecordedAt!: Date;

  @Column('text', { array: true })
  companies!: string[];

  /** Where the candidate comes from. */
  @Column('text')
  university!: string;

  /** Reference ids of assessors and of mentors. */
  @Column('text', { array: true })
  assigned!: string[];

  /** The days on which its rows of `journey_task` hold: unknown without a first one, for good without a last one. */
  @Column('date', { name: 'tasks_from', nullable: true })
  tasksFrom!: string | null;

  @Column('date', { name: 'tasks_until', nullable: true })
  tasksUntil!: string | null;

  @Column('jsonb')
  snapshot!: object;
}
