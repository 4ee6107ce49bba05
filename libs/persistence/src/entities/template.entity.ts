import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A programme template of one version. */
@Entity('template')
@Check('ck_template_status', `status IN ('draft', 'published')`)
export class TemplateEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_template' })
  id!: string;

  @Column('text')
  status!: string;

  @Column('jsonb')
  body!: object;

  /** Who drafted it last. */
  @Column('text', { name: 'submitted_by' })
  submittedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;
}
