import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './account.entity';

/** The one link by mail that an account has open, for its invitation or a new password. */
@Entity('account_link')
@Index('uq_account_link_hash', ['hash'], { unique: true })
export class AccountLinkEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_account_link' })
  account!: string;

  @Column('text')
  hash!: string;

  @Column('text')
  kind!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account', foreignKeyConstraintName: 'fk_account_link_account' })
  owner!: AccountEntity;
}
