import type { Principal } from '@lotse/policy';
import type { JourneysParts } from '../create-journeys';
import type { ChannelStores } from '../ports/channel-stores.port';
import { createTemplateBook } from '../templates/template-book';
import { createApprovals, type Approvals } from './approvals';
import { createComplaints, type Complaints } from './complaints';
import { createEmergencies, type Emergencies, type EmergencyOpened } from './emergencies';
import { createNotes, type Notes } from './notes';

export interface ChannelsParts extends JourneysParts {
  readonly channelStores: ChannelStores;
  /** Who asked for an approval, with what they hold now; undefined when the account is no more. */
  readonly stillHolds: (principal: Principal) => Promise<Principal | undefined>;
  /** Records an emergency access in the audit. */
  readonly announce: (opened: EmergencyOpened) => Promise<void>;
}

/** What people say and decide beside the facts: notes, the confidential channel, approvals, emergency access. */
export interface Channels {
  readonly notes: Notes;
  readonly complaints: Complaints;
  readonly approvals: Approvals;
  readonly emergencies: Emergencies;
}

export function createChannels({
  stores,
  keyring,
  clock,
  channelStores,
  stillHolds,
  announce,
}: ChannelsParts): Channels {
  const door = {
    journeys: stores.journeys,
    keyring,
    clock,
    templates: createTemplateBook(stores.templateStore),
  };
  const { notes, complaints, approvals, emergencies } = channelStores;
  return {
    notes: createNotes(door, notes),
    complaints: createComplaints(door, complaints),
    approvals: createApprovals(door, approvals, stillHolds),
    emergencies: createEmergencies(door, emergencies, announce),
  };
}
