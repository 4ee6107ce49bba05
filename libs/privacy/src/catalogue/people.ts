import type { TableNotes } from '../column-note';
import { notes } from './note';

/** Tables of persons and organisations, and of complaints. */
export const PEOPLE_TABLES: Readonly<Record<string, TableNotes>> = {
  record: notes(
    'candidate',
    { dataClass: 'journey-record', purpose: 'placement' },
    {
      unlinked: 'type id version recorded_at programme organisation body struck',
      unlinkedInternal: 'inserted_at body_hash',
      sealed: 'secret',
    },
  ),
  person_key: notes(
    'candidate',
    { dataClass: 'journey-record', purpose: 'operation' },
    {
      deletedInternal: 'person wrapped_key created_at',
    },
  ),
  complaint: notes(
    'complainant',
    { dataClass: 'complaint', purpose: 'complaint' },
    {
      deleted: 'id programme organisation filed_on secret acknowledged_on answered_on outcome',
      deletedInternal: 'code_hash wrapped_key answered_by',
    },
  ),
  emergency_access: notes(
    'candidate',
    { dataClass: 'audit', purpose: 'accountability' },
    {
      unlinked: 'id account journey_id person opened_at until',
      sealed: 'secret',
    },
  ),
  erasure: notes(
    'candidate',
    { dataClass: 'audit', purpose: 'accountability' },
    {
      unlinkedInternal:
        'id person persons journeys mails contents cause requested_by erased_at counts contents_at noted_at histories histories_at',
    },
  ),
  legal_hold: notes(
    'candidate',
    { dataClass: 'audit', purpose: 'accountability' },
    {
      unlinked: 'id person set_at lifted_at',
      unlinkedInternal: 'set_by lifted_by',
      sealed: 'secret',
      sealedInternal: 'lift_secret',
    },
  ),
  audit_entry: notes(
    'candidate',
    { dataClass: 'audit', purpose: 'accountability' },
    {
      unlinked: 'entry',
      unlinkedInternal: 'position hash',
    },
  ),
  audit_waiting: notes(
    'candidate',
    { dataClass: 'audit', purpose: 'accountability' },
    { unlinkedInternal: 'id entry' },
  ),
  audit_key: notes(
    'candidate',
    { dataClass: 'audit', purpose: 'accountability' },
    { unlinkedInternal: 'key position programme' },
  ),
};
