import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './account.entity';

/** A role that an account holds, and where. */
@Entity('account_grant')
@Index('ix_account_grant_account', ['account'])
export class AccountGrantEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_account_grant' })
  id!: string;

  @Column('text')
  account!: string;

  @Column('text')
  source!: string;

  @Column('text')
  role!: string;

  @Column('text', { nullable: true })
  programme!: string | null;

  @Column('text', { nullable: true })
  organisation!: string | null;

  @Column('text', { nullable: true })
  person!: string | null;

  @Column('text', { nullable: true })
  reference!: string | null;

  @Column('text', { array: true, nullable: true })
  duties!: string[] | null;

  @Column('date', { name: 'valid_from', nullable: true })
  validFrom!: string | null;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account', foreignKeyConstraintName: 'fk_account_grant_account' })
  owner!: AccountEntity;
}
