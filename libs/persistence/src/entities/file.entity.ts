import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One file; its sealed bytes lie in the file store under `address`. */
@Entity('file')
@Check('ck_file_state', `state IN ('pending', 'clean', 'suspect')`)
@Check('ck_file_key', '(person IS NULL) = (own_key IS NOT NULL)')
@Index('ix_file_journey', ['journeyId'], { where: 'journey_id IS NOT NULL' })
@Index('ix_file_person', ['person'], { where: 'person IS NOT NULL' })
@Index('ix_file_reference', ['programme', 'reference'], { where: 'reference IS NOT NULL' })
@Index('ix_file_pending', ['id'], { where: `state = 'pending'` })
@Index('ix_file_address', ['address'])
export class FileEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_file' })
  id!: string;

  @Column('text')
  programme!: string;

  @Column('text', { name: 'journey_id', nullable: true })
  journeyId!: string | null;

  /** Whose key seals it. */
  @Column('text', { nullable: true })
  person!: string | null;

  /** The reference id that facts and records name as evidence. */
  @Column('text', { nullable: true })
  reference!: string | null;

  /** What it is about; the policy table says who may open it. */
  @Column('text')
  topic!: string;

  @Column('text')
  type!: string;

  @Column('integer')
  size!: number;

  /** Of the bytes in clear. */
  @Column('text')
  sha256!: string;

  /** SHA-256 of the sealed bytes. */
  @Column('text')
  address!: string;

  @Column('text')
  state!: string;

  /** What the scanner found. */
  @Column('text', { nullable: true })
  signature!: string | null;

  @Column('text', { name: 'uploaded_by' })
  uploadedBy!: string;

  /** On whose side it was sent. */
  @Column('text', { nullable: true })
  organisation!: string | null;

  @Column('timestamptz', { name: 'uploaded_at' })
  uploadedAt!: Date;

  @Column('timestamptz', { name: 'scanned_at', nullable: true })
  scannedAt!: Date | null;

  @Column('bytea')
  name!: Buffer;

  /** The wrapped key of a file that tells of no person. */
  @Column('bytea', { name: 'own_key', nullable: true })
  ownKey!: Buffer | null;
}
