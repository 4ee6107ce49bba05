import type { Actor, Command, Decision, JsonObject, Unmet } from '@lotse/domain';
import { World } from './world';

/** One step of a script; `label` is its command id and how tests name it. */
export interface Step {
  readonly label: string;
  readonly command: string;
  readonly on: string;
  readonly by: Actor;
  readonly data: JsonObject;
}

/** The day on which every test of the ordinary journey is asked, unless it says otherwise. */
export const TODAY = '2026-11-21';
export const JOURNEY = 'j1';

export const COORDINATOR: Actor = { role: 'coordinator' };
export const CANDIDATE: Actor = { role: 'candidate' };
export const UNIVERSITY: Actor = { role: 'university', organisation: 'uni-1' };
export const COMPANY: Actor = { role: 'company', organisation: 'company-1' };
export const MENTOR: Actor = { role: 'mentor', organisation: 'company-1' };

/** Fields of a § 16e placement of three months. */
export const PLACEMENT = {
  placement: 'pl-1',
  company: 'company-1',
  site: 'Oschatz',
  from: '2026-03-02',
  to: '2026-05-29',
  hoursPerWeek: 40,
  route: '16e',
  goal: 'Glass technology',
  supervision: 'mentor on site',
  legalRelation: 'internship agreement',
  hostCoversPublicCosts: true,
} as const satisfies JsonObject;

export const CONTRACT = {
  contract: 'ct-1',
  company: 'company-1',
  position: 'Glass technician',
  monthlyGrossEur: 3450,
  hoursPerWeek: 39,
  startsOn: '2026-10-01',
  evidence: 'ct-1',
} as const satisfies JsonObject;

const advance = (to: string, on: string): Step => ({
  label: `advance ${to}`.replace(' ', '.'),
  command: 'advance',
  on,
  by: COORDINATOR,
  data: { to },
});
const step = (label: string, on: string, by: Actor, data: JsonObject): Step => ({
  label,
  command: label.split('.')[0] ?? label,
  on,
  by,
  data,
});
const month = (code: string, on: string): Step =>
  step(`confirm-month.${code}`, on, MENTOR, {
    placement: 'pl-1',
    month: code,
    workedDays: 20,
    plannedDays: 20,
    evidence: `m-${code}`,
  });
const sign = (by: Actor): Step =>
  step(`sign-agreement.${by.role}`, '2026-02-10', by, {
    placement: 'pl-1',
    party: by.role,
    evidence: 'agr-1',
  });
const evaluate = (by: Actor): Step =>
  step(`evaluate.${by.role}`, '2026-06-02', by, { placement: 'pl-1', party: by.role, rating: 4 });

/** A journey as it should go, from the nomination to the second entry, one row a command. */
export const ORDINARY: readonly Step[] = [
  step('nominate', '2026-01-05', UNIVERSITY, {
    person: 'p1',
    programme: 'prog-1',
    university: 'uni-1',
    agreement: 'agr-1',
    subject: 'Silicate technology',
    expectedDegreeOn: '2026-07-31',
  }),
  step('give-consent', '2026-01-05', CANDIDATE, { consentVersion: '2023-10', language: 'ky' }),
  step(
    'score.1',
    '2026-01-10',
    { role: 'assessor' },
    { assessor: 'as-1', score: 70, conflictOfInterest: false },
  ),
  step(
    'score.2',
    '2026-01-10',
    { role: 'assessor' },
    { assessor: 'as-2', score: 75, conflictOfInterest: false },
  ),
  step('decide-selection', '2026-01-15', COORDINATOR, { outcome: 'selected' }),
  advance('SEL', '2026-01-15'),
  step('issue-commitment', '2026-01-20', COORDINATOR, { textVersion: 'sv-1', languages: ['ky', 'de'] }),
  step('sign-commitment', '2026-01-25', CANDIDATE, { textVersion: 'sv-1', noFeesPaid: true, evidence: 'sv' }),
  step('countersign-commitment', '2026-01-26', COORDINATOR, { evidence: 'sv' }),
  advance('COM', '2026-01-26'),
  step('reserve-placement', '2026-02-02', COORDINATOR, PLACEMENT),
  step('agree-placement', '2026-02-05', COMPANY, { placement: 'pl-1', mentor: 'm-1' }),
  step('opt-in', '2026-02-06', CANDIDATE, { placement: 'pl-1' }),
  advance('MAT', '2026-02-07'),
  sign(UNIVERSITY),
  sign(COMPANY),
  sign(CANDIDATE),
  advance('PRE', '2026-02-11'),
  step('grant-title', '2026-02-15', COORDINATOR, {
    stay: 1,
    route: '16e',
    validFrom: '2026-03-01',
    validTo: '2026-08-31',
    evidence: 'visa-1',
  }),
  step('record-insurance', '2026-02-20', COORDINATOR, { from: '2026-03-01', evidence: 'ins-1' }),
  step('record-housing', '2026-02-20', COORDINATOR, { place: 'Oschatz' }),
  step('arrive', '2026-03-01', CANDIDATE, { placement: 'pl-1' }),
  step('start-internship', '2026-03-02', MENTOR, { placement: 'pl-1' }),
  advance('INT', '2026-03-02'),
  month('2026-03', '2026-03-31'),
  month('2026-04', '2026-04-30'),
  month('2026-05', '2026-05-29'),
  step('end-placement', '2026-05-29', MENTOR, { placement: 'pl-1', how: 'planned', lastDay: '2026-05-29' }),
  evaluate(MENTOR),
  evaluate(COMPANY),
  evaluate(CANDIDATE),
  advance('EVA', '2026-06-03'),
  step('recommend', '2026-06-05', COMPANY, { placement: 'pl-1', recommended: true }),
  step('leave-for-studies', '2026-06-08', CANDIDATE, { expectedDegreeOn: '2026-07-31' }),
  advance('RET', '2026-06-08'),
  advance('CON', '2026-06-10'),
  step('prepare-contract', '2026-07-01', COMPANY, CONTRACT),
  step('offer-contract', '2026-07-05', COMPANY, { contract: 'ct-1' }),
  step('sign-contract.company', '2026-07-10', COMPANY, {
    contract: 'ct-1',
    party: 'company',
    evidence: 'ct-1',
  }),
  step('sign-contract.candidate', '2026-07-12', CANDIDATE, {
    contract: 'ct-1',
    party: 'candidate',
    evidence: 'ct-1',
  }),
  step('grant-title.2', '2026-09-01', COORDINATOR, {
    stay: 2,
    route: '18b',
    validFrom: '2026-09-01',
    validTo: '2027-08-31',
    evidence: 'visa-2',
  }),
  step('arrive.2', '2026-09-10', CANDIDATE, { stay: 2 }),
  advance('ARR', '2026-09-12'),
];

/** The records that the ordinary journey rests on, and a second company, university and person. */
export function recordsOnly(today = TODAY, submittedBy = 'administrator', imported = true): World {
  const world = new World(today, submittedBy, imported);
  world.record('programme', { id: 'prog-1', name: 'Programme', template: 'de-uni-internship-hire@1' });
  for (const n of [1, 2]) {
    world.record('organisation', { id: `uni-${n}`, kind: 'university', name: `University ${n}` });
    world.record('organisation', {
      id: `company-${n}`,
      kind: 'company',
      name: `Company ${n}`,
      sites: ['Oschatz', 'Torgau'],
    });
    world.record('person', { id: `p${n}`, bornOn: '2000-06-15' });
    world.record('agreement', {
      id: `agr-${n}`,
      programme: 'prog-1',
      organisation: `uni-${n}`,
      from: '2025-10-01',
      to: '2026-12-31',
    });
  }
  return world;
}

export const commandOfStep = ({ label, command, on, by, data }: Step, journey = JOURNEY): Command => ({
  id: label,
  journey,
  command,
  happenedOn: on,
  by,
  data,
});

/** The row of a label, with what a test changes. @throws when nobody wrote such a row. */
export function stepOf(label: string, change: Partial<Step> = {}): Step {
  const found = ORDINARY.find((candidate) => candidate.label === label);
  if (found === undefined) throw new Error(`The ordinary journey has no step ${label}`);
  return { ...found, ...change };
}

/** Gives one command; a refusal is the answer, never an error. */
export const give = (world: World, step: Step, journey = JOURNEY): Decision =>
  world.submit(commandOfStep(step, journey));

/** Gives a row of the ordinary journey, changed as told. */
export const giveStep = (world: World, label: string, change: Partial<Step> = {}): Decision =>
  give(world, stepOf(label, change));

let serial = 0;
const nextId = (command: string): string => `${command}-${(serial += 1)}`;

/** Gives a command of a test's own under a new id. */
export const act = (world: World, command: string, on: string, by: Actor, data: JsonObject): Decision =>
  give(world, { label: nextId(command), command, on, by, data });

/** Corrects a row of the world's journey, as the coordinator, today. */
export const correct = (
  world: World,
  supersedes: string,
  change: JsonObject,
  id = nextId('correct'),
): Decision =>
  give(world, {
    label: id,
    command: 'correct',
    on: world.today,
    by: COORDINATOR,
    data: { supersedes, reason: 'typing error', ...change },
  });
export const strike = (world: World, label: string): Decision => correct(world, label, { strike: true });

/** What was refused, or nothing. */
export const unmetOf = (decision: Decision): readonly Unmet[] => (decision.ok ? [] : decision.refusal.unmet);
export const guardsOf = (decision: Decision): readonly string[] =>
  unmetOf(decision).map(({ guard }) => guard);
export const codeOf = (decision: Decision): string => (decision.ok ? 'accepted' : decision.refusal.code);

/** The world after all rows before the first one of this label; each must have been accepted. */
export function worldBefore(label: string, world = recordsOnly()): World {
  for (const row of ORDINARY) {
    if (row.label === label) return world;
    const decision = give(world, row);
    if (!decision.ok) throw new Error(`${row.label}: ${JSON.stringify(decision.refusal)}`);
  }
  return world;
}

/** The world after the row of this label. */
export function worldAfter(label: string, world = recordsOnly()): World {
  worldBefore(label, world);
  const decision = giveStep(world, label);
  if (!decision.ok) throw new Error(`${label}: ${JSON.stringify(decision.refusal)}`);
  return world;
}

/** The world after the whole ordinary journey. */
export const wholeWorld = (): World => worldAfter('advance.ARR');
