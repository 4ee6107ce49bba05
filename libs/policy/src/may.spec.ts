import type { Fact } from '@lotse/domain';
import { commandsAllowed } from './give';
import { inForce, may } from './may';
import type { Grant, Principal } from './principal';
import type { JourneyFacts } from './relation';
import { seeFact } from './see/see-fact';
import { visibleFields } from './sight';

const JOURNEY: JourneyFacts = {
  journey: 'j1',
  programme: 'glass',
  person: 'p1',
  university: 'uni-1',
  companies: ['company-a', 'company-b'],
  placements: [
    { id: 'pl-a', company: 'company-a', mentor: 'mentor-a', agreed: true },
    { id: 'pl-b', company: 'company-b', mentor: 'mentor-b', agreed: true },
  ],
  contracts: [],
  assessors: ['assessor-1'],
  mentors: [],
  reached: ['NOM', 'SEL', 'COM', 'MAT'],
  selection: 'selected',
  withdrawn: [],
};
const SUBJECT = { kind: 'journey', journey: JOURNEY } as const;

const holding = (...grants: readonly Grant[]): Principal => ({ id: 'anna', entrance: 'session', grants });
const company = (organisation: string): Principal => holding({ role: 'company', organisation });

const fact = (kind: string, by: Fact['by'], data: Fact['data']): Fact => ({
  journey: 'j1',
  version: 1,
  seq: 1,
  kind,
  commandId: 'c1',
  happenedOn: '2024-05-01',
  recordedAt: '2024-05-01T10:00:00.000Z',
  insertedAt: '2024-05-01T10:00:00.000Z',
  insertedOn: '2024-05-01',
  by,
  submittedBy: 'somebody',
  template: 't@1',
  data,
});
const seen = (principal: Principal, one: Fact) => seeFact(one, visibleFields(principal, SUBJECT), JOURNEY);

describe('what somebody may do', () => {
  it('ends with the last day of the grant', () => {
    const held = holding({ role: 'coordinator', from: '2024-01-01', to: '2024-06-30' });
    const on = (today: string) =>
      may(inForce(held, { today, now: `${today}T00:00:00Z` }), 'journey.read', SUBJECT).ok;
    expect([on('2023-12-31'), on('2024-01-01'), on('2024-06-30'), on('2024-07-01')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('is narrowed by the scopes of a token', () => {
    const token: Principal = {
      ...holding({ role: 'coordinator' }),
      entrance: 'token',
      scopes: ['journey.*'],
    };
    expect(may(token, 'journey.read', SUBJECT).ok).toBe(true);
    expect(may(token, 'command.submit', SUBJECT)).toMatchObject({ because: 'outside-scope' });
  });

  it('is for a scoped link the one journey and its commands', () => {
    const link: Principal = {
      id: 'link-1',
      entrance: 'link',
      grants: [{ role: 'mentor', organisation: 'company-a', journey: 'j1', placement: 'pl-a' }],
      onlyCommands: ['confirm-month'],
    };
    expect(commandsAllowed(link, JOURNEY)).toEqual(['confirm-month']);
    expect(
      may(link, 'journey.read', { kind: 'journey', journey: { ...JOURNEY, journey: 'j2' } }),
    ).toMatchObject({
      because: 'unrelated',
    });
  });

  it('lets an open emergency read one journey and no complaint of it', () => {
    const principal: Principal = {
      ...holding({ role: 'administrator' }),
      emergency: { journey: 'j1', until: '2024-05-01T12:00:00Z', id: 'e1' },
    };
    expect(may(principal, 'note.read', SUBJECT).ok).toBe(true);
    expect(may(principal, 'note.write', SUBJECT).ok).toBe(false);
    expect(visibleFields(principal, SUBJECT).has('check-in-note')).toBe(true);
    expect(visibleFields(principal, SUBJECT).has('complaint-text')).toBe(false);
    const over = inForce(principal, { today: '2024-05-01', now: '2024-05-01T12:00:00Z' });
    expect(may(over, 'note.read', SUBJECT).ok).toBe(false);
  });
});

describe('what somebody sees', () => {
  it('is for a company its own placement, never that of another (scenario 15)', () => {
    const reserved = fact(
      'reserve-placement',
      { role: 'coordinator' },
      { placement: 'pl-a', company: 'company-a', monthlyPayEur: 900 },
    );
    expect(seen(company('company-a'), reserved)?.data).toMatchObject({ monthlyPayEur: 900 });
    expect(seen(company('company-b'), reserved)).toBeUndefined();
    const university = seen(holding({ role: 'university', organisation: 'uni-1' }), reserved);
    expect(university?.data).toEqual({ placement: 'pl-a', company: 'company-a' });
  });

  it('is for nobody at a company a score, a check-in or a complaint', () => {
    const told = [
      fact('score', { role: 'assessor' }, { assessor: 'assessor-1', score: 70 }),
      fact('check-in', { role: 'mentor', organisation: 'company-a' }, { period: 'P7D', note: 'homesick' }),
      fact('complain', { role: 'candidate' }, { complaint: 'k1', text: 'fees' }),
      fact('clock-fired', { role: 'system' }, { clock: 'complaint-receipt.k1', dueOn: '2024-05-04' }),
    ];
    expect(told.map((one) => seen(company('company-a'), one))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is for an assessor no score before their own', () => {
    const score = fact('score', { role: 'assessor' }, { assessor: 'assessor-1', score: 70 });
    const assessor = (reference: string) => holding({ role: 'assessor', programme: 'glass', reference });
    expect(seen(assessor('assessor-2'), score)).toBeUndefined();
    expect(seen(assessor('assessor-1'), score)?.data).toMatchObject({ score: 70 });
  });

  it('is for a candidate never who typed it in', () => {
    const held = fact('hold', { role: 'coordinator' }, { reason: 'does not answer' });
    const own = seen(holding({ role: 'candidate', person: 'p1' }), held);
    expect(own).toMatchObject({ submittedBy: '', data: {} });
  });
});
