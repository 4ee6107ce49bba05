import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** An entry that is stored and not chained yet. */
@Entity('audit_waiting')
export class AuditWaitingEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_audit_waiting',
  })
  id!: string;

  @Column('text')
  entry!: string;
}
