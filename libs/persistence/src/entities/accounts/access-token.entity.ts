import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './account.entity';

/** A token of an account for programs; only its hash is kept. */
@Entity('access_token')
@Index('uq_access_token_hash', ['hash'], { unique: true })
@Index('ix_access_token_account', ['account'])
export class AccessTokenEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_access_token' })
  id!: string;

  @Column('text')
  hash!: string;

  @Column('text')
  account!: string;

  @Column('text')
  label!: string;

  @Column('text', { array: true, nullable: true })
  scopes!: string[] | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  @Column('boolean')
  revoked!: boolean;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account', foreignKeyConstraintName: 'fk_access_token_account' })
  owner!: AccountEntity;
}
