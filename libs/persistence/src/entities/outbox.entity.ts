import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { DeliveredEntity } from './delivered-entity';

/** One mail: waiting, delivered, or dead when nobody will try again. */
@Entity('outbox')
@Index('uq_outbox_contact_point_day', ['contactPoint', 'day'], { unique: true })
@Index('ix_outbox_waiting', ['claimedUntil'], { where: 'delivered_at IS NULL AND died_at IS NULL' })
@Index('ix_outbox_dead', ['diedAt'], { where: 'died_at IS NOT NULL' })
export class OutboxEntity extends DeliveredEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_outbox' })
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'contact_point' })
  contactPoint!: string;

  @Column('text')
  programme!: string;

  @Column('text')
  role!: string;

  @Column('text', { nullable: true })
  organisation!: string | null;

  @Column('text')
  language!: string;

  @Column('date')
  day!: string;

  /** What it tells of: ids and codes only. */
  @Column('jsonb')
  data!: object;

  /** Of a notice: the account it is for, where it is for one. */
  @Column('text', { nullable: true })
  account!: string | null;

  /** Of a notice: address and secret, sealed under a key of their own until it is delivered. */
  @Column('bytea', { nullable: true })
  sealed!: Buffer | null;

  @Column('bytea', { name: 'wrapped_key', nullable: true })
  wrappedKey!: Buffer | null;
}
