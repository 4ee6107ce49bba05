import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody opened one journey that was closed to them, for hours and with a reason, which stands sealed. */
@Entity('emergency_access')
@Check('ck_emergency_access_hours', `until <= opened_at + interval '3 hours'`)
@Index('ix_emergency_access_account', ['account', 'journeyId'])
export class EmergencyAccessEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_emergency_access' })
  account!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_emergency_access' })
  id!: string;

  @Column('text', { name: 'journey_id' })
  journeyId!: string;

  @Column('text')
  person!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz')
  until!: Date;

  @Column('bytea')
  secret!: Buffer;
}
