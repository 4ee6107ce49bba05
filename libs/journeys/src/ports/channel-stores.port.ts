import type { Actor, Day, Instant, Role } from '@lotse/domain';
import type { Principal } from '@lotse/policy';
import type { Noted } from './inbox-store.port';
import type { Reminder } from './outbox-store.port';

/** Who reads a note: the people of one side, or every party of the journey. */
export type Audience = 'internal' | 'shared';

export interface NoteRow extends Noted {
  readonly id: string;
  readonly journey: string;
  readonly person: string;
  readonly audience: Audience;
  /** The organisation whose note it is; `programme` for the office, `candidate` for the person. */
  readonly owner: string;
  readonly by: Actor;
  readonly secret: Buffer;
}

export interface NoteStore {
  /** The row that has the id afterwards: the given one, or that of an earlier call. */
  add(row: NoteRow): Promise<NoteRow>;
  /** Shared ones and those of these owners, in order of writing. */
  list(journey: string, owners: readonly string[]): Promise<NoteRow[]>;
}

/** A complaint that names nobody as its author. It is sealed under a key of its own, which goes with it. */
export interface AnonymousComplaintRow {
  readonly id: string;
  readonly programme: string;
  /** The organisation that it is about, where one is named. */
  readonly organisation?: string;
  readonly filedOn: Day;
  /** Keyed digest of the code by which the author asks for the answer. */
  readonly codeHash: string;
  readonly wrappedKey: Buffer;
  readonly text: Buffer;
  readonly acknowledgedOn?: Day;
  readonly answeredOn?: Day;
  readonly outcome?: Buffer;
  readonly answeredBy?: string;
}

/** A complaint as a fact of a journey, without its text. */
export interface NamedComplaintRow {
  readonly id: string;
  readonly journey: string;
  readonly programme: string;
  readonly filedOn: Day;
  readonly acknowledgedOn?: Day;
  readonly answeredOn?: Day;
}

export interface ComplaintStore {
  /** False when the id is taken. */
  file(row: AnonymousComplaintRow): Promise<boolean>;
  find(id: string): Promise<AnonymousComplaintRow | undefined>;
  byCode(codeHash: string): Promise<AnonymousComplaintRow | undefined>;
  /** Notes a step that was not taken before; false when it was. */
  step(
    id: string,
    step: Pick<AnonymousComplaintRow, 'acknowledgedOn' | 'answeredOn' | 'outcome' | 'answeredBy'>,
  ): Promise<boolean>;
  /** Of these programmes, all when absent; the oldest first. */
  anonymous(
    programmes: readonly string[] | undefined,
  ): Promise<Omit<AnonymousComplaintRow, 'wrappedKey' | 'text' | 'outcome'>[]>;
  named(programmes: readonly string[] | undefined): Promise<NamedComplaintRow[]>;
}

export type ApprovalState = 'open' | 'submitting' | 'done' | 'refused' | 'revoked' | 'expired';

export interface Vote {
  readonly account: string;
  readonly role: Role;
  readonly givenAt: Instant;
}

/** A command that waits for others to approve it. */
export interface ApprovalRow {
  readonly id: string;
  readonly journey: string;
  readonly person: string;
  readonly command: string;
  /** Roles and how many people of each. */
  readonly needs: readonly { readonly roles: readonly Role[]; readonly count: number }[];
  /** Who asks, with the rights held when it was asked. */
  readonly requester: Principal;
  readonly requestedAt: Instant;
  readonly expiresAt: Instant;
  readonly state: ApprovalState;
  readonly votes: readonly Vote[];
  /** The command's body. */
  readonly secret: Buffer;
}

export interface ApprovalStore {
  /** False when the id is taken. */
  add(row: ApprovalRow): Promise<boolean>;
  list(journey: string): Promise<ApprovalRow[]>;
  /** Changes one approval while nobody else does; `change` answers its new state and votes, or nothing to leave it. */
  change(
    journey: string,
    id: string,
    change: (row: ApprovalRow) => Pick<ApprovalRow, 'state' | 'votes'> | undefined,
  ): Promise<ApprovalRow | undefined>;
}

export interface EmergencyRow {
  readonly id: string;
  readonly account: string;
  readonly journey: string;
  readonly person: string;
  readonly openedAt: Instant;
  readonly until: Instant;
  readonly secret: Buffer;
}

export interface EmergencyStore {
  /** Opens it and tells those it concerns, in one transaction. False when the id is taken. */
  open(row: EmergencyRow, notice: Reminder): Promise<boolean>;
  close(account: string, journey: string, id: string, at: Instant): Promise<boolean>;
  openAt(
    account: string,
    journey: string,
    at: Instant,
  ): Promise<{ readonly id: string; readonly until: Instant } | undefined>;
}

/** Notes, complaints, approvals and emergency access: what people say and decide beside the facts. */
export interface ChannelStores {
  readonly notes: NoteStore;
  readonly complaints: ComplaintStore;
  readonly approvals: ApprovalStore;
  readonly emergencies: EmergencyStore;
}
