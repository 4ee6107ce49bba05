import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Which pictures are the redacted version of a file, and the two people who vouch for it. */
@Entity('redaction')
@Check('ck_redaction_people', 'approved_by <> proposed_by')
@Index('ix_redaction_file', ['file'])
@Index('ix_redaction_journey', ['journey'])
export class RedactionEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_redaction' })
  id!: string;

  @Column('text')
  programme!: string;

  @Column('text')
  journey!: string;

  @Column('text')
  file!: string;

  /** Of the original's bytes in clear. */
  @Column('text')
  sha256!: string;

  /** Files and hashes of the pictures, in the order of the document. */
  @Column('jsonb')
  pages!: object;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  @Column('text', { name: 'approved_by', nullable: true })
  approvedBy!: string | null;

  @Column('timestamptz', { name: 'approved_at', nullable: true })
  approvedAt!: Date | null;
}
