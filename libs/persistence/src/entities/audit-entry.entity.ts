import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One link of the audit's chain. */
@Entity('audit_entry')
@Check('ck_audit_entry_hash', 'length(hash) = 32')
export class AuditEntryEntity {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'pk_audit_entry' })
  position!: string;

  /** Canonical JSON: what the hash is over. */
  @Column('text')
  entry!: string;

  @Column('bytea')
  hash!: Buffer;
}
