import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who wants a record struck out that a signed report counts, until a second person says the same. */
@Entity('record_strike')
export class RecordStrikeEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_record_strike' })
  type!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_record_strike' })
  id!: string;

  @Column('text')
  programme!: string;

  @Column('text')
  reason!: string;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;
}
