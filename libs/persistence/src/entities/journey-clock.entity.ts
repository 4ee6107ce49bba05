import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A clock of a journey that has not fired, as derived from its facts. */
@Entity('journey_clock')
@Index('ix_journey_clock_due', ['dueOn', 'journeyId'])
export class JourneyClockEntity {
  @PrimaryColumn('text', { name: 'journey_id', primaryKeyConstraintName: 'pk_journey_clock' })
  journeyId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_journey_clock' })
  code!: string;

  @PrimaryColumn('date', { name: 'due_on', primaryKeyConstraintName: 'pk_journey_clock' })
  dueOn!: string;

  /** The end of that day in the programme's zone. */
  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  /** Before stops and extensions, where it differs. */
  @Column('date', { name: 'original_due_on', nullable: true })
  originalDueOn!: string | null;

  @Column('text')
  effect!: string;

  @Column('text')
  who!: string;

  @Column('text', { array: true })
  also!: string[];

  /** S statutory, P practice, R programme rule. */
  @Column('text')
  kind!: string;

  @Column('text')
  source!: string;

  @Column('boolean')
  unverified!: boolean;

  @Column('boolean', { name: 'as_a_rule' })
  asARule!: boolean;

  /** Past already when its fact came to us. */
  @Column('boolean')
  overdue!: boolean;

  @Column('boolean')
  stopped!: boolean;
}
