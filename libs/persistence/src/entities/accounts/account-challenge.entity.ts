import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './account.entity';

/** A step of a sign-in that is under way. */
@Entity('account_challenge')
@Index('ix_account_challenge_expires_at', ['expiresAt'])
export class AccountChallengeEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_account_challenge' })
  id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_account_challenge' })
  kind!: string;

  @Column('text', { nullable: true })
  account!: string | null;

  @Column('jsonb')
  data!: object;

  @Column('integer')
  tries!: number;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account', foreignKeyConstraintName: 'fk_account_challenge_account' })
  owner!: AccountEntity;
}
