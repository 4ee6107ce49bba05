import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './account.entity';

/** A public key that an account proves itself with. */
@Entity('account_passkey')
@Index('ix_account_passkey_account', ['account'])
export class AccountPasskeyEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_account_passkey' })
  id!: string;

  @Column('text')
  account!: string;

  @Column('bytea', { name: 'public_key' })
  publicKey!: Buffer;

  @Column('bigint')
  counter!: string;

  @Column('text', { array: true })
  transports!: string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account', foreignKeyConstraintName: 'fk_account_passkey_account' })
  owner!: AccountEntity;
}
