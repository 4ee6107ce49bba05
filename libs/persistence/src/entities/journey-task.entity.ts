import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A guard of a journey that somebody has yet to meet, as judged at its last command. */
@Entity('journey_task')
@Index('ix_journey_task_due', ['dueOn', 'journeyId'])
export class JourneyTaskEntity {
  @PrimaryColumn('text', { name: 'journey_id', primaryKeyConstraintName: 'pk_journey_task' })
  journeyId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_journey_task' })
  key!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  who!: string;

  @Column('text', { array: true })
  also!: string[];

  @Column('text')
  text!: string;

  /** The stage that cannot be entered before. */
  @Column('text', { nullable: true })
  blocks!: string | null;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: string | null;
}
