import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A journey whose workflow has yet to be told of `version`. */
@Entity('wake')
export class WakeEntity {
  @PrimaryColumn('text', { name: 'journey_id', primaryKeyConstraintName: 'pk_wake' })
  journeyId!: string;

  @Column('integer')
  version!: number;

  @Column('timestamptz', { name: 'claimed_until', nullable: true })
  claimedUntil!: Date | null;
}
