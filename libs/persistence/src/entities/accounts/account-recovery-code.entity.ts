import { Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './account.entity';

/** A code that replaces a lost second factor once; only its hash is kept. */
@Entity('account_recovery_code')
export class AccountRecoveryCodeEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_account_recovery_code' })
  account!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_account_recovery_code' })
  hash!: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account', foreignKeyConstraintName: 'fk_account_recovery_code_account' })
  owner!: AccountEntity;
}
