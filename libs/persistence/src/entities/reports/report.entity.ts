import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A report of figures; a trigger keeps its content as it was proposed and the whole of it as it was signed. */
@Entity('report')
@Check('ck_report_state', `state IN ('proposed', 'signed', 'withdrawn')`)
@Index('ix_report_programme', ['programme', 'proposedAt'])
export class ReportEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_report' })
  id!: string;

  @Column('text')
  programme!: string;

  @Column('date', { name: 'as_of' })
  asOf!: string;

  @Column('timestamptz', { name: 'known_at' })
  knownAt!: Date;

  @Column('text')
  state!: string;

  /** Canonical JSON. */
  @Column('text')
  content!: string;

  @Column('text')
  sha256!: string;

  @Column('text', { array: true })
  kinds!: string[];

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  @Column('jsonb')
  signatures!: object;
}
