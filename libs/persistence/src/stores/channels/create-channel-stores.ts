import type { ChannelStores } from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import { createApprovalStore } from './approval.store';
import { createComplaintStore } from './complaint.store';
import { createEmergencyStore } from './emergency.store';
import { createNoteStore } from './note.store';

/** The stores of notes, complaints, approvals and emergency access, on one database. */
export const createChannelStores = (dataSource: DataSource): ChannelStores => ({
  notes: createNoteStore(dataSource),
  complaints: createComplaintStore(dataSource),
  approvals: createApprovalStore(dataSource),
  emergencies: createEmergencyStore(dataSource),
});
