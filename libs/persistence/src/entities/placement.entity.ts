import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A placement of a journey: keeps its id unique and the hours a person has given away (domain.md, rule 9). */
@Entity('placement')
@Index('ix_placement_person', ['person'], { where: 'binding OR stayed' })
export class PlacementEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_placement' })
  id!: string;

  @Column('text', { name: 'journey_id' })
  journeyId!: string;

  @Column('text')
  person!: string;

  @Column('date', { name: 'from_day' })
  fromDay!: string;

  @Column('date', { name: 'to_day' })
  toDay!: string;

  @Column('numeric', { name: 'hours_per_week' })
  hoursPerWeek!: string;

  /** Legal route of the stay. */
  @Column('text')
  route!: string;

  /** Agreed, not cancelled and not ended, in a journey that is not void. */
  @Column('boolean')
  binding!: boolean;

  /** Begun and ended: its months count for good, `toDay` is its last one. */
  @Column('boolean')
  stayed!: boolean;
}
