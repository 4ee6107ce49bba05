import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody put a task off until a day; the highest number counts. */
@Entity('snooze')
export class SnoozeEntity {
  @PrimaryColumn('text', { name: 'journey_id', primaryKeyConstraintName: 'pk_snooze' })
  journeyId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_snooze' })
  key!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_snooze' })
  number!: number;

  @Column('date', { name: 'follow_up_on' })
  followUpOn!: string;

  @Column('text', { name: 'submitted_by' })
  submittedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
