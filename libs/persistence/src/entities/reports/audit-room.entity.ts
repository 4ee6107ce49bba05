import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A sample opened to one auditor for some days. */
@Entity('audit_room')
@Check('ck_audit_room_days', 'from_day <= to_day')
@Index('ix_audit_room_programme', ['programme'])
export class AuditRoomEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_audit_room' })
  id!: string;

  @Column('text')
  programme!: string;

  @Column('text')
  sample!: string;

  @Column('text')
  account!: string;

  @Column('date', { name: 'from_day' })
  fromDay!: string;

  @Column('date', { name: 'to_day' })
  toDay!: string;

  @Column('text', { name: 'opened_by' })
  openedBy!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;
}
