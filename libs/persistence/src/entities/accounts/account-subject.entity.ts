import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './account.entity';

/** Which account a subject of the organisation's provider signs in to. */
@Entity('account_subject')
export class AccountSubjectEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_account_subject' })
  issuer!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_account_subject' })
  subject!: string;

  @Column('text')
  account!: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account', foreignKeyConstraintName: 'fk_account_subject_account' })
  owner!: AccountEntity;
}
