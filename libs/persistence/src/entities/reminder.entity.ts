import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A fired clock that one address is to be told of, once. */
@Entity('reminder')
@Index('ix_reminder_waiting', ['programme', 'contactPoint'], { where: 'outbox_id IS NULL' })
export class ReminderEntity {
  @PrimaryColumn('text', { name: 'contact_point', primaryKeyConstraintName: 'pk_reminder' })
  contactPoint!: string;

  @PrimaryColumn('text', { name: 'journey_id', primaryKeyConstraintName: 'pk_reminder' })
  journeyId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_reminder' })
  clock!: string;

  @PrimaryColumn('date', { name: 'due_on', primaryKeyConstraintName: 'pk_reminder' })
  dueOn!: string;

  @Column('text')
  effect!: string;

  @Column('text')
  programme!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** The mail it went into. */
  @Column('text', { name: 'outbox_id', nullable: true })
  outboxId!: string | null;
}
