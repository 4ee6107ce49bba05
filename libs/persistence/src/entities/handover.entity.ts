import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody handed a task to an account; the highest number counts. */
@Entity('handover')
export class HandoverEntity {
  @PrimaryColumn('text', { name: 'journey_id', primaryKeyConstraintName: 'pk_handover' })
  journeyId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_handover' })
  key!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_handover' })
  number!: number;

  @Column('text')
  account!: string;

  @Column('text')
  reason!: string;

  @Column('text', { name: 'submitted_by' })
  submittedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
