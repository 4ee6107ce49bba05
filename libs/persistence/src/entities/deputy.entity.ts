import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who stands in for an account on some days; a later row may withdraw an earlier one. */
@Entity('deputy')
@Check('ck_deputy_days', 'from_day <= to_day')
@Index('ix_deputy_deputy', ['deputy'])
export class DeputyEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_deputy' })
  account!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_deputy' })
  number!: number;

  @Column('text')
  deputy!: string;

  @Column('date', { name: 'from_day' })
  fromDay!: string;

  @Column('date', { name: 'to_day' })
  toDay!: string;

  @Column('integer', { nullable: true })
  withdraws!: number | null;

  @Column('text', { name: 'submitted_by' })
  submittedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
