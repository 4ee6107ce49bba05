import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a journey's workflow last read; the sweep looks here for rows that lag. */
@Entity('driver')
export class DriverEntity {
  @PrimaryColumn('text', { name: 'journey_id', primaryKeyConstraintName: 'pk_driver' })
  journeyId!: string;

  @Column('integer', { name: 'seen_version' })
  seenVersion!: number;

  @Column('timestamptz', { name: 'next_due', nullable: true })
  nextDue!: Date | null;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt!: Date;
}
