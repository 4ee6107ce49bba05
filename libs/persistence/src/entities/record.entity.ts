import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One version of a record that belongs to no journey; appended, never changed. */
@Entity('record')
@Check('ck_record_version', 'version > 0')
@Index('ix_record_programme', ['programme', 'type'], { where: 'programme IS NOT NULL' })
export class RecordEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_record' })
  type!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_record' })
  id!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_record' })
  version!: number;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('timestamptz', { name: 'inserted_at' })
  insertedAt!: Date;

  @Column('text', { nullable: true })
  programme!: string | null;

  @Column('text', { nullable: true })
  organisation!: string | null;

  /** Of a person nothing but `{}`. */
  @Column('jsonb')
  body!: object;

  @Column('bytea', { nullable: true })
  secret!: Buffer | null;

  @Column('text', { name: 'body_hash' })
  bodyHash!: string;

  /** Why it is struck out; null of a version that counts. */
  @Column('text', { nullable: true })
  struck!: string | null;
}
