import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is kept of a person in clear, so that figures can be split by it and outlive an erasure. */
@Entity('person_trait')
export class PersonTraitEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_person_trait' })
  person!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_person_trait' })
  programme!: string;

  /** By which catalogue of indicators the person's rows are made. */
  @Column('text')
  shape!: string;

  /** Gender, band of ages and country, each from when it was known. */
  @Column('jsonb')
  traits!: object;
}
