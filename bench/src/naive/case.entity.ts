import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** What most would build instead: a row with a status … */
@Entity('naive_case')
export class CaseEntity {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  person!: string;

  @Column('text')
  status!: string;

  @Column('int')
  version!: number;
}

/** … and a table of what happened. */
@Entity('naive_event')
export class CaseEventEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  caseId!: string;

  @Column('text')
  command!: string;

  @Column('date')
  happenedOn!: string;

  @Column('jsonb')
  body!: object;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt!: Date;
}
