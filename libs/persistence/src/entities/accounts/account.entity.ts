import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody who can sign in; name and address are sealed, the address is found by its keyed digest. */
@Entity('account')
@Check('ck_account_status', `status IN ('invited', 'active', 'disabled')`)
@Check('ck_account_language', `language IN ('de', 'en', 'ru', 'ky')`)
@Index('uq_account_email_key', ['emailKey'], { unique: true })
export class AccountEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_account' })
  id!: string;

  @Column('text')
  status!: string;

  @Column('text')
  language!: string;

  @Column('text', { name: 'email_key', nullable: true })
  emailKey!: string | null;

  @Column('bytea', { name: 'wrapped_key' })
  wrappedKey!: Buffer;

  @Column('bytea')
  details!: Buffer;

  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column('bytea', { nullable: true })
  totp!: Buffer | null;

  @Column('bigint', { name: 'totp_step', nullable: true })
  totpStep!: string | null;

  @Column('bytea', { name: 'totp_draft', nullable: true })
  totpDraft!: Buffer | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'changed_at', nullable: true })
  changedAt!: Date | null;
}
