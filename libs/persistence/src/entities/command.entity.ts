import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An accepted command: what makes its id idempotent. */
@Entity('command')
@Index('ix_command_batch', ['batch', 'journeyId', 'version'], { where: 'batch IS NOT NULL' })
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

  /** The bulk action it came with. */
  @Column('text', { nullable: true })
  batch!: string | null;
}
