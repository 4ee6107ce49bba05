import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A contract of a journey: keeps its id unique. */
@Entity('contract')
export class ContractEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_contract' })
  id!: string;

  @Column('text', { name: 'journey_id' })
  journeyId!: string;
}
