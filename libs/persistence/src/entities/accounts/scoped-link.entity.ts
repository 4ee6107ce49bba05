import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A link for somebody without an account: one journey, one form. */
@Entity('scoped_link')
@Index('uq_scoped_link_hash', ['hash'], { unique: true })
@Index('ix_scoped_link_journey', ['journey'])
export class ScopedLinkEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_scoped_link' })
  id!: string;

  @Column('text')
  hash!: string;

  @Column('text')
  role!: string;

  @Column('text', { nullable: true })
  organisation!: string | null;

  @Column('text', { nullable: true })
  reference!: string | null;

  @Column('text')
  journey!: string;

  @Column('text', { nullable: true })
  placement!: string | null;

  @Column('text', { array: true })
  commands!: string[];

  @Column('boolean', { name: 'single_use' })
  singleUse!: boolean;

  @Column('text')
  language!: string;

  @Column('bytea', { name: 'wrapped_key' })
  wrappedKey!: Buffer;

  @Column('bytea')
  address!: Buffer;

  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'claimed_until', nullable: true })
  claimedUntil!: Date | null;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column('text', { name: 'code_hash', nullable: true })
  codeHash!: string | null;

  @Column('integer', { name: 'code_tries' })
  codeTries!: number;

  @Column('timestamptz', { name: 'code_expires_at', nullable: true })
  codeExpiresAt!: Date | null;

  @Column('timestamptz', { name: 'proved_until', nullable: true })
  provedUntil!: Date | null;
}
