import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A token of the API; only its hash is kept. */
@Entity('api_token')
export class ApiTokenEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_api_token' })
  id!: string;

  @Column('text')
  hash!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
