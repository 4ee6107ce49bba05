import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Why somebody's data may not be erased for now; the reasons stand sealed. */
@Entity('legal_hold')
@Check('ck_legal_hold_lifted', '(lifted_by IS NULL) = (lifted_at IS NULL)')
@Index('ix_legal_hold_person', ['person'])
export class LegalHoldEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_legal_hold' })
  id!: string;

  @Column('text')
  person!: string;

  @Column('text', { name: 'set_by' })
  setBy!: string;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;

  @Column('bytea')
  secret!: Buffer;

  @Column('text', { name: 'lifted_by', nullable: true })
  liftedBy!: string | null;

  @Column('timestamptz', { name: 'lifted_at', nullable: true })
  liftedAt!: Date | null;

  @Column('bytea', { name: 'lift_secret', nullable: true })
  liftSecret!: Buffer | null;
}
