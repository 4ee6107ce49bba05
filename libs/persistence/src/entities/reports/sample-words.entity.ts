import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What was said of a drawn unit in words, sealed under a key of its own. The row goes with an erasure. */
@Entity('sample_words')
@Check('ck_sample_words_step', `step IN ('finding', 'answer', 'outcome')`)
export class SampleWordsEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sample_words' })
  sample!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sample_words' })
  unit!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sample_words' })
  step!: string;

  @Column('text')
  programme!: string;

  @Column('text', { nullable: true })
  journey!: string | null;

  @Column('bytea', { name: 'wrapped_key' })
  wrappedKey!: Buffer;

  @Column('bytea')
  secret!: Buffer;
}
