import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How long this installation keeps a class of data, where not as shipped. */
@Entity('retention_period')
export class RetentionPeriodEntity {
  @PrimaryColumn('text', { name: 'data_class', primaryKeyConstraintName: 'pk_retention_period' })
  dataClass!: string;

  /** ISO 8601 duration. */
  @Column('text')
  period!: string;

  @Column('text', { name: 'set_by' })
  setBy!: string;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;
}
