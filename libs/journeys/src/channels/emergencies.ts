import { dayInBerlin } from '@lotse/domain';
import type { Principal } from '@lotse/policy';
import { refusedFor, type Refused } from '../answer';
import { EMERGENCY_CODE } from '../outbox/reminders-of';
import type { EmergencyStore } from '../ports/channel-stores.port';
import type { Door } from '../submit/decide-on';
import { concerned, unknownJourney } from './concerned';

const HOUR_MS = 3_600_000;
/** Longest emergency access, in hours; who needs more opens it again and says why again. */
export const LONGEST_EMERGENCY = 3;

/** What of an emergency access is told: who, where, until when. The reason stays sealed beside it. */
export interface EmergencyOpened {
  readonly id: string;
  readonly account: string;
  readonly journey: string;
  readonly programme: string;
  readonly person: string;
  readonly openedAt: string;
  readonly until: string;
}

/** Reading one journey that the policy keeps closed, with a reason, for hours, and with everybody's knowledge. */
export interface Emergencies {
  open(
    request: {
      readonly id: string;
      readonly journey: string;
      readonly reason: string;
      readonly hours: number;
    },
    principal: Principal,
  ): Promise<{ readonly result: 'accepted'; readonly until: string } | Refused>;
  close(id: string, journey: string, principal: Principal): Promise<boolean>;
  /** The access that is open to an account now. */
  openFor(account: string, journey: string, now: Date): Promise<Principal['emergency']>;
}

/** @param announce records it where it cannot be taken back, before anything is shown; when it fails, nothing is opened */
export function createEmergencies(
  door: Door,
  store: EmergencyStore,
  announce: (opened: EmergencyOpened) => Promise<void>,
): Emergencies {
  const { keyring, clock } = door;
  return {
    async open({ id, journey, reason, hours }, principal) {
      const found = await concerned(door, journey);
      if (found === null) return unknownJourney(journey);
      const { state, wrappedKey } = found;
      const { programme, person } = state;
      const openedAt = clock.now().toISOString();
      const until = new Date(
        clock.now().getTime() + Math.min(hours, LONGEST_EMERGENCY) * HOUR_MS,
      ).toISOString();
      await announce({ id, account: principal.id, journey, programme, person, openedAt, until });
      const row = {
        id,
        account: principal.id,
        journey,
        person,
        openedAt,
        until,
        secret: keyring.seal(wrappedKey, person, `emergency/${journey}/${id}`, reason),
      };
      const opened = await store.open(row, {
        journey,
        programme,
        clock: `${EMERGENCY_CODE}.${id}`,
        dueOn: dayInBerlin(clock.now()),
        effect: 'escalate',
        firedAt: openedAt,
        to: [{ role: 'data-protection-lead' }, { role: 'candidate', person }],
      });
      return opened
        ? { result: 'accepted', until }
        : refusedFor('id-clash', 'id', [], `Emergency access ${id} was opened before: give a new id.`);
    },
    close: (id, journey, principal) => store.close(principal.id, journey, id, clock.now().toISOString()),
    openFor: async (account, journey, now) => {
      const found = await store.openAt(account, journey, now.toISOString());
      return found === undefined ? undefined : { ...found, journey };
    },
  };
}
