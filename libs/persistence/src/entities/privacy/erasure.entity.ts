import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That somebody's data was erased: ids and counts, and what is done outside the database. */
@Entity('erasure')
@Check('ck_erasure_cause', `cause IN ('request', 'retention', 'restore')`)
@Index('ix_erasure_persons', { synchronize: false })
@Index('ix_erasure_unfinished', ['erasedAt'], {
  where: 'contents_at IS NULL OR noted_at IS NULL OR histories_at IS NULL',
})
export class ErasureEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_erasure' })
  id!: string;

  @Column('text')
  person!: string;

  /** With other records of the same person that were merged into it. */
  @Column('text', { array: true })
  persons!: string[];

  @Column('text', { array: true })
  journeys!: string[];

  /** Ids of mails, whose deliveries have histories too. */
  @Column('text', { array: true })
  mails!: string[];

  /** Addresses of contents in the file store. */
  @Column('text', { array: true })
  contents!: string[];

  @Column('text')
  cause!: string;

  @Column('text', { name: 'requested_by' })
  requestedBy!: string;

  @Column('timestamptz', { name: 'erased_at' })
  erasedAt!: Date;

  /** Rows by table. */
  @Column('jsonb')
  counts!: object;

  @Column('timestamptz', { name: 'contents_at', nullable: true })
  contentsAt!: Date | null;

  /** When it was written down outside the database. */
  @Column('timestamptz', { name: 'noted_at', nullable: true })
  notedAt!: Date | null;

  @Column('integer', { nullable: true })
  histories!: number | null;

  @Column('timestamptz', { name: 'histories_at', nullable: true })
  historiesAt!: Date | null;
}
