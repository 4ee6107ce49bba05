import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The key of one person, wrapped by the master key. Its row is also what rules across a person's journeys lock. */
@Entity('person_key')
export class PersonKeyEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_person_key' })
  person!: string;

  @Column('bytea', { name: 'wrapped_key' })
  wrappedKey!: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
