import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A command that waits for others to approve it; its body stands sealed. */
@Entity('approval')
@Check('ck_approval_state', `state IN ('open', 'submitting', 'done', 'refused', 'revoked', 'expired')`)
@Index('ix_approval_journey', ['journeyId', 'requestedAt'])
export class ApprovalEntity {
  @PrimaryColumn('text', { name: 'journey_id', primaryKeyConstraintName: 'pk_approval' })
  journeyId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_approval' })
  id!: string;

  @Column('text')
  person!: string;

  @Column('text')
  command!: string;

  @Column('jsonb')
  needs!: object;

  /** Who asked, with the rights held then. */
  @Column('jsonb')
  requester!: object;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('text')
  state!: string;

  @Column('jsonb')
  votes!: object;

  @Column('bytea')
  secret!: Buffer;
}
