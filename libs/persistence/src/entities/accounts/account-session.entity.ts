import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './account.entity';

/** A session; only the hash of its secret is kept. */
@Entity('account_session')
@Index('uq_account_session_hash', ['hash'], { unique: true })
@Index('ix_account_session_account', ['account'])
export class AccountSessionEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_account_session' })
  id!: string;

  @Column('text')
  hash!: string;

  @Column('text')
  account!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('boolean', { name: 'second_factor' })
  secondFactor!: boolean;

  @Column('timestamptz', { name: 'proved_until', nullable: true })
  provedUntil!: Date | null;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account', foreignKeyConstraintName: 'fk_account_session_account' })
  owner!: AccountEntity;
}
