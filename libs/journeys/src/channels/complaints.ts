import { addDuration, type Day, dayInBerlin, textOf } from '@lotse/domain';
import { reachOf, type Principal } from '@lotse/policy';
import { refusedFor, type Answer, type Refused } from '../answer';
import type { AnonymousComplaintRow, ComplaintStore } from '../ports/channel-stores.port';
import type { Door } from '../submit/decide-on';
import { submit } from '../submit/submit';

/** Days by which a complaint is acknowledged and answered (domain.md §3.6). */
const ACKNOWLEDGE = 'P3D';
const ANSWER = 'P14D';

/** A complaint as those who are named for the channel list it; its text is read one by one. */
export interface ComplaintSummary {
  readonly id: string;
  readonly programme: string;
  /** Absent for one whose author is not known. */
  readonly journey?: string;
  readonly organisation?: string;
  readonly filedOn: Day;
  readonly acknowledgeBy: Day;
  readonly answerBy: Day;
  readonly acknowledgedOn?: Day;
  readonly answeredOn?: Day;
}

export interface AnonymousComplaint {
  readonly id: string;
  readonly programme: string;
  readonly organisation?: string;
  readonly text: string;
}

/** What the author of an anonymous complaint is told, by its code. */
export type Followed = Pick<ComplaintSummary, 'filedOn' | 'acknowledgedOn' | 'answeredOn'> & {
  readonly outcome?: string;
};

export type StepOfAnswer =
  { readonly step: 'acknowledged' } | { readonly step: 'answered'; readonly outcome: string };

/**
 * The confidential channel, to which no company has access. A complaint of a candidate is a fact of the journey; one without a name
 * lies apart from all persons and journeys, and its author asks for the answer by a code of their own choice.
 */
export interface Complaints {
  /** Answers the id under which it is kept: anybody may file one, so a chosen id must not tell by a clash what others filed. */
  fileAnonymously(
    complaint: AnonymousComplaint,
    code: string,
  ): Promise<{ readonly result: 'accepted'; readonly id: string } | Refused>;
  follow(code: string): Promise<Followed | null>;
  list(principal: Principal): Promise<readonly ComplaintSummary[]>;
  /** The text of one without a name; null where there is none that the principal may read. */
  read(
    id: string,
    principal: Principal,
  ): Promise<(ComplaintSummary & { readonly text: string; readonly outcome?: string }) | null>;
  answerAnonymous(
    id: string,
    answer: StepOfAnswer,
    principal: Principal,
  ): Promise<{ readonly result: 'accepted' } | Refused>;
  /** Files one in the candidate's own name, as a fact through the one door. */
  fileNamed(
    complaint: { readonly id: string; readonly journey: string; readonly text: string },
    principal: Principal,
  ): Promise<Answer>;
  /** Answers one of a journey, as a fact through the one door. */
  answerNamed(
    command: {
      readonly id: string;
      readonly journey: string;
      readonly complaint: string;
      readonly by: 'coordinator' | 'data-protection-lead';
    },
    answer: StepOfAnswer,
    principal: Principal,
  ): Promise<Answer>;
}

type Dated = Pick<AnonymousComplaintRow, 'id' | 'programme' | 'filedOn'> & Partial<ComplaintSummary>;

const summary = ({ id, programme, filedOn, ...rest }: Dated): ComplaintSummary => ({
  id,
  programme,
  filedOn,
  acknowledgeBy: addDuration(filedOn, ACKNOWLEDGE),
  answerBy: addDuration(filedOn, ANSWER),
  ...(rest.journey === undefined ? {} : { journey: rest.journey }),
  ...(rest.organisation === undefined ? {} : { organisation: rest.organisation }),
  ...(rest.acknowledgedOn === undefined ? {} : { acknowledgedOn: rest.acknowledgedOn }),
  ...(rest.answeredOn === undefined ? {} : { answeredOn: rest.answeredOn }),
});

/** Programmes whose complaints a principal receives; undefined for all of them. */
const programmesOf = (principal: Principal): readonly string[] | undefined =>
  reachOf(principal, 'complaint.answer')?.programmes;

const unknown = (id: string): Refused =>
  refusedFor('reference-unknown', 'complaint', [], `There is no complaint ${id}.`);

const ID_DIGEST = 32;

export function createComplaints(door: Door, store: ComplaintStore): Complaints {
  const { keyring, clock } = door;
  const today = (): Day => dayInBerlin(clock.now());
  const holder = (id: string): string => `complaint-${id}`;
  const opened = ({ id, wrappedKey }: AnonymousComplaintRow, place: string, sealed: Buffer): string =>
    textOf(keyring.open(wrappedKey, holder(id), `complaint/${id}/${place}`, sealed));

  async function reached(id: string, principal: Principal): Promise<AnonymousComplaintRow | undefined> {
    const row = await store.find(id);
    const programmes = programmesOf(principal);
    return row === undefined || (programmes !== undefined && !programmes.includes(row.programme))
      ? undefined
      : row;
  }

  return {
    async fileAnonymously({ id: chosen, programme, organisation, text }, code) {
      const id = `complaint-${keyring.hash(`complaint-id:${JSON.stringify([chosen, code])}`).slice(0, ID_DIGEST)}`;
      const { wrapped } = keyring.newPersonKey(holder(id));
      const filed = await store.file({
        id,
        programme,
        ...(organisation === undefined ? {} : { organisation }),
        filedOn: today(),
        codeHash: keyring.hash(`complaint-code:${code}`),
        wrappedKey: wrapped,
        text: keyring.seal(wrapped, holder(id), `complaint/${id}/text`, text),
      });
      return filed
        ? { result: 'accepted', id }
        : refusedFor('id-clash', 'id', [], 'This code is taken: choose another one.');
    },
    async follow(code) {
      const row = await store.byCode(keyring.hash(`complaint-code:${code}`));
      if (row === undefined) return null;
      const { filedOn, acknowledgedOn, answeredOn } = summary(row);
      return {
        filedOn,
        ...(acknowledgedOn === undefined ? {} : { acknowledgedOn }),
        ...(answeredOn === undefined ? {} : { answeredOn }),
        ...(row.outcome === undefined ? {} : { outcome: opened(row, 'outcome', row.outcome) }),
      };
    },
    async list(principal) {
      const programmes = programmesOf(principal);
      const rows = [...(await store.anonymous(programmes)), ...(await store.named(programmes))];
      return rows.map(summary).sort((a, b) => (`${a.filedOn}|${a.id}` < `${b.filedOn}|${b.id}` ? -1 : 1));
    },
    async read(id, principal) {
      const row = await reached(id, principal);
      if (row === undefined) return null;
      const outcome = row.outcome === undefined ? {} : { outcome: opened(row, 'outcome', row.outcome) };
      return { ...summary(row), text: opened(row, 'text', row.text), ...outcome };
    },
    async answerAnonymous(id, answer, principal) {
      const row = await reached(id, principal);
      if (row === undefined) return unknown(id);
      const step =
        answer.step === 'acknowledged'
          ? { acknowledgedOn: today() }
          : {
              answeredOn: today(),
              answeredBy: principal.id,
              outcome: keyring.seal(row.wrappedKey, holder(id), `complaint/${id}/outcome`, answer.outcome),
            };
      return (await store.step(id, step))
        ? { result: 'accepted' }
        : refusedFor('order-not-allowed', 'complaint', [], `Complaint ${id} was ${answer.step} before.`);
    },
    fileNamed: ({ id, journey, text }, principal) =>
      submit(
        door,
        {
          id,
          journey,
          command: 'complain',
          happenedOn: today(),
          by: { role: 'candidate' },
          data: { complaint: id, text },
        },
        { submittedBy: principal.id, principal },
      ),
    answerNamed: ({ id, journey, complaint, by }, answer, principal) =>
      submit(
        door,
        {
          id,
          journey,
          command: 'answer-complaint',
          happenedOn: today(),
          by: { role: by },
          data: { complaint, ...answer },
        },
        { submittedBy: principal.id, principal },
      ),
  };
}
