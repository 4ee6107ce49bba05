import type { TableNotes } from '../column-note';
import { notes } from './note';

const MAIL = { dataClass: 'mail', purpose: 'mail' } as const;

/** Tables of mail, and of the installation itself. */
export const OPERATION_TABLES: Readonly<Record<string, TableNotes>> = {
  contact_point: notes('contact', MAIL, {
    deleted: 'id programme role organisation person language address created_at account',
    deletedInternal: 'wrapped_key',
  }),
  reminder: notes('contact', MAIL, {
    deletedInternal: 'contact_point journey_id clock due_on effect programme created_at outbox_id',
  }),
  outbox: notes('contact', MAIL, {
    deletedInternal:
      'id kind contact_point programme role organisation language day data created_at claimed_until attempts tried_at last_code delivered_at died_at sealed wrapped_key account',
  }),
  template: notes(
    'none',
    { dataClass: 'network', purpose: 'operation' },
    {
      plain: 'id status body submitted_by recorded_at published_at',
    },
  ),
  record_proposal: notes(
    'none',
    { dataClass: 'network', purpose: 'proof' },
    { plain: 'type id programme change proposed_by proposed_at' },
  ),
  figure_cell: notes(
    'none',
    { dataClass: 'network', purpose: 'operation' },
    { plain: 'id university gender age_band country cohort company site' },
  ),
  figure_month: notes(
    'none',
    { dataClass: 'network', purpose: 'operation' },
    { plain: 'programme series month unit per amount units persons' },
  ),
  figure_split: notes(
    'none',
    { dataClass: 'network', purpose: 'operation' },
    {
      plain:
        'programme series month university gender age_band country cohort per amount units persons persons_there',
    },
  ),
  figure_fold: notes(
    'none',
    { dataClass: 'network', purpose: 'operation' },
    { plain: 'programme up_to known_until shape' },
  ),
  retention_period: notes(
    'none',
    { dataClass: 'network', purpose: 'operation' },
    { plain: 'data_class period set_by set_at' },
  ),
  migrations: notes('none', { dataClass: 'network', purpose: 'operation' }, { plain: 'id timestamp name' }),
};
