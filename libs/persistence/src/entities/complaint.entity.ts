import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A complaint whose author nobody knows: apart from all persons and journeys, under a key of its own. */
@Entity('complaint')
@Index('uq_complaint_code', ['codeHash'], { unique: true })
@Index('ix_complaint_programme', ['programme'])
export class ComplaintEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_complaint' })
  id!: string;

  @Column('text')
  programme!: string;

  @Column('text', { nullable: true })
  organisation!: string | null;

  @Column('date', { name: 'filed_on' })
  filedOn!: string;

  /** Keyed digest of the code by which its author asks for the answer. */
  @Column('text', { name: 'code_hash' })
  codeHash!: string;

  @Column('bytea', { name: 'wrapped_key' })
  wrappedKey!: Buffer;

  @Column('bytea')
  secret!: Buffer;

  @Column('date', { name: 'acknowledged_on', nullable: true })
  acknowledgedOn!: string | null;

  @Column('date', { name: 'answered_on', nullable: true })
  answeredOn!: string | null;

  @Column('text', { name: 'answered_by', nullable: true })
  answeredBy!: string | null;

  @Column('bytea', { nullable: true })
  outcome!: Buffer | null;
}
