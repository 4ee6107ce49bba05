import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which links of the audit are about a subject, or by somebody: where they are looked up. */
@Entity('audit_key')
export class AuditKeyEntity {
  /** A subject of the entry, or `who/<id>`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_audit_key' })
  key!: string;

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'pk_audit_key' })
  position!: string;

  @Column('text', { nullable: true })
  programme!: string | null;
}
