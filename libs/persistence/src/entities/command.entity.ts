import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An accepted command: what makes its id idempotent. */
@Entity('command')
export class CommandEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_command' })
  id!: string;

  @Column('text', { name: 'journey_id' })
  journeyId!: string;

  @Column('text', { name: 'body_hash' })
  bodyHash!: string;

  /** The journey's version after it. */
  @Column('integer')
  version!: number;
}
