import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { WebhookEntity } from './webhook.entity';

/** One message to one address: waiting, delivered, or dead when nobody will try again. */
@Entity('webhook_delivery')
@Index('ix_webhook_delivery_webhook', ['account', 'webhook', 'createdAt'])
@Index('ix_webhook_delivery_waiting', ['claimedUntil'], { where: 'delivered_at IS NULL AND died_at IS NULL' })
export class WebhookDeliveryEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_webhook_delivery' })
  id!: string;

  @Column('text')
  webhook!: string;

  @Column('text')
  account!: string;

  @Column('text')
  report!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'claimed_until', nullable: true })
  claimedUntil!: Date | null;

  @Column('integer')
  attempts!: number;

  @Column('timestamptz', { name: 'tried_at', nullable: true })
  triedAt!: Date | null;

  @Column('text', { name: 'last_code', nullable: true })
  lastCode!: string | null;

  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt!: Date | null;

  @Column('timestamptz', { name: 'died_at', nullable: true })
  diedAt!: Date | null;

  @ManyToOne(() => WebhookEntity, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'account',
      referencedColumnName: 'account',
      foreignKeyConstraintName: 'fk_webhook_delivery_webhook',
    },
    { name: 'webhook', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_webhook_delivery_webhook' },
  ])
  of!: WebhookEntity;
}
