import { Column } from 'typeorm';

/** What is sent until somebody has taken it: waiting, delivered, or dead when nobody will try again. */
export abstract class DeliveredEntity {
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'claimed_until', nullable: true })
  claimedUntil!: Date | null;

  @Column('integer')
  attempts!: number;

  @Column('timestamptz', { name: 'tried_at', nullable: true })
  triedAt!: Date | null;

  @Column('text', { name: 'last_code', nullable: true })
  lastCode!: string | null;

  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt!: Date | null;

  @Column('timestamptz', { name: 'died_at', nullable: true })
  diedAt!: Date | null;
}
