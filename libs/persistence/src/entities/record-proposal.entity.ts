import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who wants a record changed that a signed report counts, until a second person says the same. */
@Entity('record_proposal')
export class RecordProposalEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_record_proposal' })
  type!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_record_proposal' })
  id!: string;

  @Column('text')
  programme!: string;

  /** A reason to strike it out, or the digest of the next version. */
  @Column('text')
  change!: string;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;
}
