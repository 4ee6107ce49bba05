import type { TableNotes } from '../column-note';
import { notes } from './note';

const RECORD = { dataClass: 'journey-record', purpose: 'placement' } as const;
const WORKING = { dataClass: 'working', purpose: 'placement' } as const;

/** Tables of journeys and of what is derived from them. */
export const JOURNEY_TABLES: Readonly<Record<string, TableNotes>> = {
  fact: notes('candidate', RECORD, {
    unlinked:
      'journey_id version seq programme person kind happened_on recorded_at actor_role actor_organisation data',
    unlinkedInternal:
      'command_id inserted_at inserted_on submitted_by template rule_pack pack_assumed supersedes struck approved_by',
    sealed: 'secret',
  }),
  journey: notes('candidate', RECORD, {
    unlinked: 'id programme person stage status companies university snapshot',
    unlinkedInternal: 'template phase version youngest_on last_recorded_at assigned tasks_from tasks_until',
  }),
  command: notes('candidate', RECORD, { unlinkedInternal: 'id journey_id body_hash version batch' }),
  placement: notes('candidate', WORKING, {
    unlinkedInternal: 'id journey_id person from_day to_day hours_per_week route binding stayed',
  }),
  contract: notes('candidate', WORKING, { unlinkedInternal: 'id journey_id' }),
  journey_clock: notes('candidate', WORKING, {
    unlinked: 'journey_id code due_on who source',
    unlinkedInternal: 'due_at original_due_on effect also kind unverified as_a_rule overdue stopped',
  }),
  journey_task: notes('candidate', WORKING, {
    unlinked: 'journey_id key who text due_on',
    unlinkedInternal: 'kind also blocks',
  }),
  wake: notes('candidate', WORKING, { unlinkedInternal: 'journey_id version claimed_until' }),
  driver: notes('candidate', WORKING, { unlinkedInternal: 'journey_id seen_version next_due seen_at' }),
  snooze: notes('candidate', WORKING, {
    unlinkedInternal: 'journey_id key number follow_up_on submitted_by recorded_at',
  }),
  report: notes(
    'none',
    { dataClass: 'network', purpose: 'proof' },
    {
      plain: 'id programme as_of known_at state content sha256 kinds proposed_by proposed_at signatures',
    },
  ),
  sample: notes(
    'none',
    { dataClass: 'network', purpose: 'proof' },
    {
      plain:
        'id programme report as_of known_at indicator share seed answers_until population drawn_by drawn_at',
    },
  ),
  sample_unit: notes(
    'candidate',
    { dataClass: 'journey-record', purpose: 'proof' },
    {
      unlinked:
        'sample unit programme stratum journey finding answer outcome found_at answered_at settled_at',
      unlinkedInternal: 'facts evidence found_by answered_by settled_by',
    },
  ),
  sample_words: notes(
    'candidate',
    { dataClass: 'journey-record', purpose: 'proof' },
    { deleted: 'sample unit step programme journey secret', deletedInternal: 'wrapped_key' },
  ),
  redaction: notes(
    'candidate',
    { dataClass: 'identity-document', purpose: 'proof' },
    {
      deleted: 'id programme journey file sha256 pages proposed_at approved_at',
      deletedInternal: 'proposed_by approved_by',
    },
  ),
  audit_room: notes(
    'none',
    { dataClass: 'network', purpose: 'proof' },
    { plain: 'id programme sample account from_day to_day opened_by opened_at' },
  ),
  person_trait: notes('candidate', RECORD, {
    unlinked: 'programme person traits',
    unlinkedInternal: 'shape',
  }),
  figure_change: notes('candidate', WORKING, {
    unlinkedInternal:
      'id programme series on_day known_from amount cell per units persons persons_there person unit',
  }),
  figure_place: notes('candidate', WORKING, {
    unlinkedInternal: 'programme series person from_day to_day unit',
  }),
  handover: notes('candidate', WORKING, {
    unlinkedInternal: 'journey_id key number account reason submitted_by recorded_at',
  }),
  task_reminder: notes('candidate', WORKING, {
    unlinkedInternal: 'journey_id key on_day who submitted_by recorded_at',
  }),
  note: notes('candidate', RECORD, {
    deleted: 'id journey_id person audience author_role author_organisation recorded_at secret',
    deletedInternal: 'owner submitted_by',
  }),
  approval: notes('candidate', RECORD, {
    unlinked: 'id journey_id person command requested_at state',
    unlinkedInternal: 'needs requester expires_at votes',
    sealed: 'secret',
  }),
  file: notes(
    'candidate',
    { dataClass: 'identity-document', purpose: 'placement' },
    {
      deleted: 'id programme journey_id person reference topic type size sha256 state uploaded_at name',
      deletedInternal: 'address signature uploaded_by organisation scanned_at own_key',
    },
  ),
};
