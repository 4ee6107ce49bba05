import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody had the mail of a task sent: once a day at most. */
@Entity('task_reminder')
export class TaskReminderEntity {
  @PrimaryColumn('text', { name: 'journey_id', primaryKeyConstraintName: 'pk_task_reminder' })
  journeyId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_task_reminder' })
  key!: string;

  @PrimaryColumn('date', { name: 'on_day', primaryKeyConstraintName: 'pk_task_reminder' })
  onDay!: string;

  /** Role that was reminded. */
  @Column('text')
  who!: string;

  @Column('text', { name: 'submitted_by' })
  submittedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
