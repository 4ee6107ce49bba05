import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { DeliveredEntity } from './delivered-entity';
import { WebhookEntity } from './webhook.entity';

/** One message to one address: waiting, delivered, or dead when nobody will try again. */
@Entity('webhook_delivery')
@Index('ix_webhook_delivery_webhook', ['account', 'webhook', 'createdAt'])
@Index('ix_webhook_delivery_waiting', ['claimedUntil'], { where: 'delivered_at IS NULL AND died_at IS NULL' })
export class WebhookDeliveryEntity extends DeliveredEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_webhook_delivery' })
  id!: string;

  @Column('text')
  webhook!: string;

  @Column('text')
  account!: string;

  @Column('text')
  report!: string;

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
