import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An address, sealed under a key of its own, and whom it reaches. */
@Entity('contact_point')
@Check('ck_contact_point_language', `language IN ('de', 'en', 'ru', 'ky')`)
@Index('ix_contact_point_recipient', ['programme', 'role'])
@Index('ix_contact_point_account', ['account'], { where: 'account IS NOT NULL' })
export class ContactPointEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_contact_point' })
  id!: string;

  @Column('text')
  programme!: string;

  @Column('text')
  role!: string;

  @Column('text', { nullable: true })
  organisation!: string | null;

  @Column('text', { nullable: true })
  person!: string | null;

  @Column('text')
  language!: string;

  @Column('bytea', { name: 'wrapped_key' })
  wrappedKey!: Buffer;

  @Column('bytea')
  address!: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** Who reads it; whoever stands in for that account is told too. */
  @Column('text', { nullable: true })
  account!: string | null;
}
