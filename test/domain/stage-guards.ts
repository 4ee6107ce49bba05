import type { Role } from '@lotse/domain';
import { act, correct, strike } from './ordinary-journey';
import type { World } from './world';

/** One thing missing before a stage: how it comes to be missing, and what the refusal must say then. */
export interface Missing {
  readonly stage: string;
  readonly guard: string;
  readonly who: readonly Role[];
  /** Commands that the remedy names; empty where another choice of record or data is the remedy. */
  readonly names: readonly string[];
  readonly without: (world: World) => unknown;
  /** When several guards look at the same thing, all that fall with it. */
  readonly also?: readonly string[];
}

const struck =
  (label: string) =>
  (world: World): unknown =>
    strike(world, label);
const changed =
  (label: string, data: object) =>
  (world: World): unknown =>
    correct(world, label, { data: { ...data } });
const templateWith =
  (change: object) =>
  (world: World): unknown =>
    (world.template = { ...world.template, ...change });
const ALL_PARTIES: readonly Role[] = ['university', 'company', 'candidate'];

/** domain.md §3.5, "What satisfies each entry guard", as far as commands of this version can meet it. */
export const MISSING: readonly Missing[] = [
  {
    stage: 'SEL',
    guard: 'consent-current',
    who: ['candidate'],
    names: ['give-consent'],
    without: struck('give-consent'),
  },
  {
    stage: 'SEL',
    guard: 'consent-current',
    who: ['candidate'],
    names: ['give-consent'],
    without: templateWith({ consents: [{ version: '2023-10', from: '2023-10-01', to: '2026-01-14' }] }),
  },
  { stage: 'SEL', guard: 'two-scorecards', who: ['assessor'], names: ['score'], without: struck('score.2') },
  {
    stage: 'SEL',
    guard: 'two-scorecards',
    who: ['assessor'],
    names: ['score'],
    without: changed('score.1', { conflictOfInterest: true }),
  },
  {
    stage: 'SEL',
    guard: 'selection-decided',
    who: ['coordinator'],
    names: ['decide-selection'],
    without: struck('decide-selection'),
  },
  {
    stage: 'SEL',
    guard: 'selection-decided',
    who: ['coordinator'],
    names: ['decide-selection'],
    without: changed('decide-selection', { outcome: 'waiting-list' }),
  },
  {
    stage: 'COM',
    guard: 'commitment-languages',
    who: ['coordinator'],
    names: ['issue-commitment'],
    without: changed('issue-commitment', { languages: ['de'] }),
  },
  {
    stage: 'COM',
    guard: 'commitment-languages',
    who: ['coordinator'],
    names: ['issue-commitment'],
    without: changed('issue-commitment', { languages: ['ky', 'ru'] }),
  },
  {
    stage: 'COM',
    guard: 'commitment-signed',
    who: ['candidate'],
    names: ['sign-commitment'],
    without: struck('sign-commitment'),
    also: ['commitment-text-approved'],
  },
  {
    stage: 'COM',
    guard: 'commitment-countersigned',
    who: ['coordinator'],
    names: ['countersign-commitment'],
    without: struck('countersign-commitment'),
  },
  {
    stage: 'COM',
    guard: 'commitment-text-approved',
    who: ['coordinator'],
    names: ['issue-commitment'],
    without: templateWith({ texts: [] }),
  },
  {
    stage: 'COM',
    guard: 'commitment-text-approved',
    who: ['coordinator'],
    names: ['issue-commitment'],
    without: templateWith({
      texts: [{ version: 'sv-1', from: '2023-10-01', withdrawalRightShown: true, noPenaltyClause: false }],
    }),
  },
  {
    stage: 'MAT',
    guard: 'placement-reserved',
    who: ['coordinator'],
    names: ['reserve-placement'],
    without: struck('reserve-placement'),
    also: ['site-known', 'mentor-named', 'candidate-opted-in'],
  },
  {
    stage: 'MAT',
    guard: 'site-known',
    who: ['coordinator'],
    names: [],
    without: (world) =>
      world.record('organisation', { id: 'company-1', kind: 'company', name: 'C', sites: ['Torgau'] }),
  },
  {
    stage: 'MAT',
    guard: 'mentor-named',
    who: ['company'],
    names: ['agree-placement'],
    without: struck('agree-placement'),
  },
  {
    stage: 'MAT',
    guard: 'candidate-opted-in',
    who: ['candidate'],
    names: ['opt-in'],
    without: struck('opt-in'),
  },
  ...ALL_PARTIES.map((party) => ({
    stage: 'PRE',
    guard: `agreement-signed:${party}`,
    who: [party],
    names: ['sign-agreement'],
    without: struck(`sign-agreement.${party}`),
  })),
  {
    stage: 'PRE',
    guard: 'agreement-lawful:host-undertaking',
    who: ['coordinator'],
    names: ['reserve-placement'],
    without: changed('reserve-placement', { hostCoversPublicCosts: false }),
  },
  {
    stage: 'PRE',
    guard: 'agreement-lawful:maximum-stay',
    who: ['coordinator'],
    names: ['reserve-placement'],
    without: changed('reserve-placement', { to: '2026-09-02' }),
  },
  {
    stage: 'INT',
    guard: 'title-granted',
    who: ['coordinator'],
    names: ['grant-title'],
    without: struck('grant-title'),
  },
  {
    stage: 'INT',
    guard: 'title-granted',
    who: ['coordinator'],
    names: ['grant-title'],
    without: changed('grant-title', { validFrom: '2026-03-03' }),
  },
  {
    stage: 'INT',
    guard: 'title-granted',
    who: ['coordinator'],
    names: ['grant-title'],
    without: changed('grant-title', { validTo: '2026-03-01' }),
  },
  {
    stage: 'INT',
    guard: 'title-granted',
    who: ['coordinator'],
    names: ['grant-title'],
    without: changed('grant-title', { validTo: '2026-09-01' }),
  },
  {
    stage: 'INT',
    guard: 'insured',
    who: ['coordinator'],
    names: ['record-insurance'],
    without: struck('record-insurance'),
  },
  {
    stage: 'INT',
    guard: 'housed',
    who: ['coordinator'],
    names: ['record-housing'],
    without: struck('record-housing'),
  },
  {
    stage: 'INT',
    guard: 'candidate-arrived',
    who: ['candidate'],
    names: ['arrive'],
    without: struck('arrive'),
  },
  {
    stage: 'INT',
    guard: 'day-one-confirmed',
    who: ['mentor'],
    names: ['start-internship'],
    without: struck('start-internship'),
  },
  {
    stage: 'EVA',
    guard: 'placement-ended',
    who: ['mentor', 'company', 'coordinator'],
    names: ['end-placement'],
    without: struck('end-placement'),
    also: ['evaluated:mentor', 'evaluated:company', 'evaluated:candidate'],
  },
  {
    stage: 'EVA',
    guard: 'months-closed:pl-1:2026-04',
    who: ['mentor'],
    names: ['confirm-month'],
    without: struck('confirm-month.2026-04'),
  },
  {
    stage: 'EVA',
    guard: 'months-closed:pl-1:2026-03',
    who: ['mentor'],
    names: ['confirm-month'],
    without: (world) =>
      act(
        world,
        'contest-month',
        '2026-06-01',
        { role: 'candidate' },
        { placement: 'pl-1', month: '2026-03', reason: 'x' },
      ),
  },
  ...(['mentor', 'company', 'candidate'] as const).map((party) => ({
    stage: 'EVA',
    guard: `evaluated:${party}`,
    who: [party],
    names: ['evaluate'],
    without: struck(`evaluate.${party}`),
  })),
  {
    stage: 'RET',
    guard: 'studies-stated',
    who: ['candidate'],
    names: ['leave-for-studies'],
    without: struck('leave-for-studies'),
  },
  {
    stage: 'CON',
    guard: 'recommended',
    who: ['company'],
    names: ['recommend'],
    without: struck('recommend'),
  },
  {
    stage: 'CON',
    guard: 'recommended',
    who: ['company'],
    names: ['recommend'],
    without: changed('recommend', { recommended: false }),
  },
  {
    stage: 'ARR',
    guard: 'second-title-granted',
    who: ['coordinator'],
    names: ['grant-title'],
    without: struck('grant-title.2'),
  },
  { stage: 'ARR', guard: 'second-entry', who: ['candidate'], names: ['arrive'], without: struck('arrive.2') },
];
