import { addDays, addMonths, monthOf, type Actor, type Day, type JsonObject } from '@lotse/domain';
import type { Company, Network, University } from './network';
import type { Random } from './random';

/** One step of a journey: on its day, by somebody. */
export interface Step {
  readonly command: string;
  readonly on: Day;
  readonly by: Actor;
  readonly data: JsonObject;
}

interface Cast {
  readonly journey: string;
  readonly person: string;
  readonly network: Network;
  readonly university: University;
  readonly company: Company;
  readonly random: Random;
}

const COORDINATOR: Actor = { role: 'coordinator' };
const CANDIDATE: Actor = { role: 'candidate' };

/** Goes on in days; every step is some days after the one before. */
class Diary {
  readonly steps: Step[] = [];
  constructor(
    public day: Day,
    private readonly random: Random,
  ) {}

  later(least: number, most = least): this {
    this.day = addDays(this.day, this.random.between(least, most));
    return this;
  }

  add(command: string, by: Actor, data: JsonObject = {}): this {
    this.steps.push({ command, on: this.day, by, data });
    return this;
  }

  advance(to: string): this {
    return this.add('advance', COORDINATOR, { to });
  }
}

function selection(diary: Diary, { person, network, university, random }: Cast): void {
  const by: Actor = { role: 'university', organisation: university.id };
  diary
    .add('nominate', by, {
      person,
      programme: network.programme,
      university: university.id,
      agreement: university.agreement,
      subject: random.pick(['Silikattechnik', 'Maschinenbau', 'Verfahrenstechnik', 'Elektrotechnik']),
      expectedDegreeOn: addDays(diary.day, 700),
    })
    .add('give-consent', CANDIDATE, { consentVersion: '2023-10', language: 'ky' })
    .add('record-participation', COORDINATOR, {
      moment: 'entry',
      work: random.pick(['inactive', 'inactive', 'unemployed', 'employed']),
      education: 'isced-5-8',
      disability: random.perCent(3),
      foreignBackground: true,
      minority: random.perCent(10),
      homeless: false,
      rural: random.perCent(40),
    })
    .later(5, 15)
    .add(
      'score',
      { role: 'assessor' },
      { assessor: 'assessor-1', score: random.between(45, 95), conflictOfInterest: false },
    )
    .add(
      'score',
      { role: 'assessor' },
      { assessor: 'assessor-2', score: random.between(45, 95), conflictOfInterest: false },
    )
    .later(3, 12)
    .add('decide-selection', COORDINATOR, { outcome: 'selected' })
    .advance('SEL')
    .later(3, 10)
    .add('issue-commitment', COORDINATOR, { textVersion: 'sv-1', languages: ['ky', 'de'] })
    .later(2, 20)
    .add('sign-commitment', CANDIDATE, { textVersion: 'sv-1', noFeesPaid: true, evidence: `sv-${person}` })
    .later(1, 4)
    .add('countersign-commitment', COORDINATOR, { evidence: `sv-${person}` })
    .advance('COM');
}

const checkIn = (period: string, random: Random): JsonObject => ({
  period,
  wellbeing: random.between(2, 5),
  risk: random.pick(['none', 'none', 'none', 'watch', 'at-risk']),
  needs: random.perCent(25) ? [random.pick(['homesick', 'housing', 'language', 'authority', 'money'])] : [],
});

const monthsFrom = (first: Day, count: number): string[] =>
  Array.from({ length: count }, (_, index) => monthOf(addMonths(`${monthOf(first)}-01`, index)));

/** False where it ends with it: nobody goes on who was not recommended. */
function internship(diary: Diary, { journey, university, company, random }: Cast): boolean {
  const recommended = random.perCent(88);
  const placement = `${journey}-pl`;
  const employer: Actor = { role: 'company', organisation: company.id };
  const mentor: Actor = { role: 'mentor', organisation: company.id };
  const site = random.pick(company.sites);
  const starts = `${monthOf(addDays(diary.day, 130))}-03`;
  const months = monthsFrom(starts, random.between(4, 5));
  const ends = addDays(addMonths(`${months.at(-1) ?? monthOf(starts)}-01`, 1), -2);
  const evidence = `${placement}-agreement`;
  diary
    .later(10, 30)
    .add('reserve-placement', COORDINATOR, {
      placement,
      company: company.id,
      site,
      from: starts,
      to: ends,
      hoursPerWeek: 40,
      route: '16e',
      goal: 'Glastechnik',
      supervision: 'mentor on site',
      legalRelation: 'internship agreement',
      hostCoversPublicCosts: true,
    })
    .later(2, 6)
    .add('agree-placement', employer, { placement, mentor: `mentor-${company.id}` })
    .later(1, 2)
    .add('opt-in', CANDIDATE, { placement })
    .later(1)
    .advance('MAT')
    .later(3, 6)
    .add(
      'sign-agreement',
      { role: 'university', organisation: university.id },
      { placement, party: 'university', evidence },
    )
    .add('sign-agreement', employer, { placement, party: 'company', evidence })
    .add('sign-agreement', CANDIDATE, { placement, party: 'candidate', evidence })
    .later(1)
    .advance('PRE')
    .add('record-title-step', COORDINATOR, { stay: 1, step: 'appointment-booked' })
    .add('record-title-step', COORDINATOR, { stay: 1, step: 'filed' })
    .add('record-cost', COORDINATOR, {
      cost: `${placement}-visa`,
      payer: random.perCent(15) ? 'candidate' : 'company',
      kind: 'visa',
      amountEur: random.between(60, 110),
    });
  diary.day = addDays(starts, -random.between(12, 25));
  diary.add('grant-title', COORDINATOR, {
    stay: 1,
    route: '16e',
    validFrom: addDays(starts, -3),
    validTo: addDays(ends, 12),
    evidence: `${journey}-visa`,
  });
  diary
    .later(1, 5)
    .add('record-insurance', COORDINATOR, { from: addDays(starts, -3), evidence: `${journey}-insurance` });
  diary.add('record-housing', COORDINATOR, { place: site });
  diary.day = addDays(starts, -2);
  diary.add('arrive', CANDIDATE, { placement });
  diary.day = starts;
  diary.add('start-internship', mentor, { placement }).advance('INT');
  for (const month of months) {
    const plannedDays = random.between(19, 23);
    diary.day = month === months.at(-1) ? ends : addDays(addMonths(`${month}-01`, 1), -1);
    diary
      .add('confirm-month', mentor, {
        placement,
        month,
        workedDays: plannedDays - (random.perCent(30) ? random.between(0, 6) / 2 : 0),
        plannedDays,
        evidence: `${placement}-${month}`,
      })
      .add('check-in', mentor, checkIn(month, random));
  }
  diary.day = ends;
  diary.add('end-placement', mentor, { placement, how: 'planned', lastDay: ends }).later(2, 6);
  for (const by of [mentor, employer, CANDIDATE])
    diary.add('evaluate', by, { placement, party: by.role, rating: random.between(2, 5) });
  diary.later(1).advance('EVA').later(1, 5).add('recommend', employer, { placement, recommended });
  if (!recommended) return false;
  diary
    .later(1, 4)
    .add('leave-for-studies', CANDIDATE, { expectedDegreeOn: addDays(diary.day, 200) })
    .advance('RET');
  return true;
}

function work(diary: Diary, { journey, company, random }: Cast): void {
  const contract = `${journey}-ct`;
  const employer: Actor = { role: 'company', organisation: company.id };
  const mentor: Actor = { role: 'mentor', organisation: company.id };
  const evidence = `${contract}-signed`;
  diary.later(30, 90).advance('CON').later(2, 20);
  const starts = `${monthOf(addMonths(diary.day, 3))}-01`;
  diary
    .add('prepare-contract', employer, {
      contract,
      company: company.id,
      position: 'Fachkraft Glastechnik',
      monthlyGrossEur: random.between(3900, 4600),
      hoursPerWeek: 39,
      startsOn: starts,
      evidence: contract,
    })
    .later(2, 10)
    .add('offer-contract', employer, { contract })
    .later(1, 10)
    .add('sign-contract', employer, { contract, party: 'company', evidence })
    .later(1, 10)
    .add('sign-contract', CANDIDATE, { contract, party: 'candidate', evidence })
    .add('plan-language', COORDINATOR, { level: 'B1' })
    .add('book-exam', COORDINATOR, { exam: `${journey}-ex`, level: 'B1', on: addDays(diary.day, 12) })
    .later(14, 16)
    .add('record-exam', COORDINATOR, {
      exam: `${journey}-ex`,
      attempt: 1,
      result: random.perCent(75) ? 'passed' : 'failed',
    });
  const step = (name: string): void =>
    void diary.add('record-title-step', COORDINATOR, { stay: 2, step: name });
  diary.later(1).add('choose-route', COORDINATOR, { stay: 2, route: '18b', fastTrack: true });
  step('agency-asked');
  diary.later(4, 9);
  step('agency-consented');
  diary.later(2, 6);
  step('pre-approval-received');
  step('filed');
  diary.day = addDays(starts, -20);
  diary.add('grant-title', COORDINATOR, {
    stay: 2,
    route: '18b',
    validFrom: addDays(starts, -10),
    validTo: addDays(starts, 700),
    evidence: `${journey}-permit`,
  });
  diary.day = addDays(starts, -5);
  diary.add('arrive', CANDIDATE, { stay: 2 }).later(1).advance('ARR');
  diary.day = addDays(starts, 2);
  diary
    .add('start-work', employer, { on: starts, contract, evidence: `${contract}-payslip` })
    .add('record-bank', CANDIDATE)
    .add('record-registration', CANDIDATE, { evidence: `${contract}-registration` })
    .add('record-notice', employer, { kind: 'free-advice', evidence: `${contract}-notice` })
    .add('record-title-copy', employer, { evidence: `${contract}-title` })
    .later(5)
    .add('check-in', mentor, checkIn('P7D', random))
    .later(25)
    .add('check-in', mentor, checkIn('P1M', random))
    .later(60)
    .add('check-in', mentor, checkIn('P3M', random))
    .later(105, 125)
    .add('record-retention', COORDINATOR, {
      period: 'P6M',
      sameCompany: random.perCent(85),
      sameRegion: random.perCent(90),
      inGermany: true,
      evidence: `${contract}-6`,
    })
    .later(175, 190)
    .add('record-retention', COORDINATOR, {
      period: 'P12M',
      sameCompany: random.perCent(75),
      sameRegion: random.perCent(85),
      inGermany: random.perCent(97),
      evidence: `${contract}-12`,
    });
}

/** What happens to most: the whole way; some leave on it. */
export function lifeOf(cast: Cast, nominatedOn: Day): readonly Step[] {
  const diary = new Diary(nominatedOn, cast.random);
  selection(diary, cast);
  if (internship(diary, cast)) work(diary, cast);
  const { steps } = diary;
  if (!cast.random.perCent(18)) return steps;
  const leaves = cast.random.between(4, steps.length - 1);
  const last = steps[leaves - 1];
  return last === undefined
    ? steps
    : [
        ...steps.slice(0, leaves),
        { command: 'withdraw', on: last.on, by: CANDIDATE, data: { reason: 'Familie' } },
      ];
}
