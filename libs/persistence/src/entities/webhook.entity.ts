import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An address that is told when a report is locked. */
@Entity('webhook')
@Index('ix_webhook_programme', ['programme'])
export class WebhookEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_webhook' })
  account!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_webhook' })
  id!: string;

  @Column('text')
  programme!: string;

  @Column('text')
  host!: string;

  @Column('bytea', { name: 'wrapped_key' })
  wrappedKey!: Buffer;

  /** Address and secret. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
