import type { Purpose, Role } from '@lotse/domain';
import type { Action } from '../actions';
import type { Opening } from '../openings';
import type { Duty } from '../principal';
import { RELATIONS, type Relation } from '../relation';
import type { Topic } from '../topics';

/** One row of the policy table: what a role may do and see where it stands so. What no row allows is refused. */
export interface PolicyRow {
  readonly role: Role;
  /** A duty beside the role that the row is for; see `Grant.duties`. */
  readonly duty?: Duty;
  readonly on: readonly Relation[];
  readonly may: readonly Action[];
  readonly sees: readonly Topic[];
  /** Holds from, or up to, a point of the journey. */
  readonly opens?: Opening;
  /** Holds no longer once the candidate has withdrawn the consent for this purpose. */
  readonly purpose?: Purpose;
  /** What is seen is only what concerns the holder's own organisation, placement or words. */
  readonly ownSide?: true;
  readonly because: string;
}

/** Whatever the relation, and where there is nothing to relate to. */
export const ANYWHERE: readonly Relation[] = RELATIONS;
