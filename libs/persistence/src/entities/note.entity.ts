import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What somebody noted beside the facts of a journey, for their own side or for all parties; the words stand sealed. */
@Entity('note')
@Check('ck_note_audience', `audience IN ('internal', 'shared')`)
@Index('ix_note_journey', ['journeyId', 'recordedAt'])
export class NoteEntity {
  @PrimaryColumn('text', { name: 'journey_id', primaryKeyConstraintName: 'pk_note' })
  journeyId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_note' })
  id!: string;

  @Column('text')
  person!: string;

  @Column('text')
  audience!: string;

  /** Whose internal words they are. */
  @Column('text')
  owner!: string;

  @Column('text', { name: 'author_role' })
  authorRole!: string;

  @Column('text', { name: 'author_organisation', nullable: true })
  authorOrganisation!: string | null;

  @Column('text', { name: 'submitted_by' })
  submittedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('bytea')
  secret!: Buffer;
}
