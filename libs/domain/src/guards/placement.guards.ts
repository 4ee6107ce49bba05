import { textOf } from '../json';
import { monthOf, monthsBetween, type Day } from '../day';
import { lastDayOfMonths, packOn } from '../packs/pack-on';
import type { OtherPlacement } from '../context';
import type { JourneyState, Placement } from '../state';
import { yearWithTooManyDays } from './yearly-days';
import type { Guard, Judgement, Missing } from './guard';
import { internshipFloorEur, monthsOfStay } from './pay';
import { endedPlacements, isBinding } from './placement-choice';

/** The busiest day of the range decides: hours change only where a placement begins. */
function mostHours(judged: Judgement): number {
  const { placement, state, context } = judged;
  if (placement === undefined) return 0;
  const own = Object.values(state.placements).filter(
    (other) => other.id !== placement.id && isBinding(other),
  );
  const others = [...own, ...(context.otherPlacements ?? [])];
  const on = (moment: Day): number =>
    others
      .filter(({ from, to }) => from <= moment && moment <= to)
      .reduce((sum, { hoursPerWeek }) => sum + hoursPerWeek, 0);
  const starts = [placement.from, ...others.map(({ from }) => from)].filter(
    (moment) => placement.from <= moment && moment <= placement.to,
  );
  return placement.hoursPerWeek + Math.max(...starts.map(on));
}

/** What the law of the day asks of a placement agreement, beyond the content that the fields already require. */
function unlawful(judged: Judgement): readonly Missing[] {
  const { placement, state, context, day: on, command } = judged;
  if (placement === undefined) return [{ item: 'content' }];
  const { pack } = packOn(on);
  const terms = { ...placement, ...placement.pending?.terms };
  const { route, from, to, hostCoversPublicCosts, monthlyPayEur = 0, underpaymentApprovedOn } = terms;
  const source = (code: string): string => pack.rules.find((rule) => rule.code === code)?.source ?? pack.id;
  const months = pack.maximumMonths[route];
  const last = months === undefined ? undefined : lastDayOfMonths(from, months);
  const lifetime = pack.lifetimeMonths[route];
  const used = lifetime === undefined ? 0 : monthsUsed(state, context.otherPlacements ?? [], placement);
  const floor = internshipFloorEur(terms, on);
  const missing: Missing[] = [];
  if (pack.hostUndertaking.includes(route) && !hostCoversPublicCosts)
    missing.push({
      item: 'host-undertaking',
      text: `Under route ${route} the host must undertake to cover public costs until six months after the stay (${source('host-undertaking')}); amend the placement`,
    });
  if (last !== undefined && to > last)
    missing.push({
      item: 'maximum-stay',
      text: `Under route ${route} a stay from ${from} ends by ${last} (${source('maximum-stay')}); amend the placement`,
    });
  if (lifetime !== undefined && used + monthsOfStay(from, to) > lifetime)
    missing.push({
      item: 'lifetime-stay',
      text: `Of ${lifetime} months under route ${route} only ${shown(lifetime - used)} remain (${source('lifetime-stay')}); shorten the placement`,
    });
  const days = yearWithTooManyDays(pack, terms, state, context.otherPlacements ?? []);
  if (days !== undefined)
    missing.push({
      item: 'yearly-days',
      text: `Under route ${route} students work at most ${days.allowed} full days a year, half days counting half; ${days.year} would have ${days.planned} (${source('full-and-half-days')}); shorten the placement`,
    });
  const approved = underpaymentApprovedOn !== undefined || command?.data.approvedBy !== undefined;
  if (floor !== undefined && monthlyPayEur < floor && !approved)
    missing.push({
      item: 'minimum-wage',
      text: `Pay of at least ${floor} € a month (${source('minimum-wage')}), or a second person's approval in approvedBy`,
    });
  return missing;
}

const shown = (months: number): string => String(Math.max(0, Math.round(months * 100) / 100));

function monthsUsed(
  state: JourneyState,
  others: readonly OtherPlacement[],
  { id, route }: Placement,
): number {
  const own = Object.values(state.placements).flatMap((other) => {
    if (other.id === id || other.cancelledOn !== undefined || other.ended?.how === 'no-show') return [];
    return [{ ...other, to: other.ended?.lastDay ?? other.to }];
  });
  return [...own, ...others]
    .filter((other) => other.route === route)
    .reduce((sum, { from, to }) => sum + monthsOfStay(from, to), 0);
}

function openMonths({ state }: Judgement): readonly Missing[] {
  return endedPlacements(state).flatMap(({ id, startedOn, ended, months }) =>
    startedOn === undefined || ended === undefined
      ? []
      : monthsBetween(monthOf(startedOn), monthOf(ended.lastDay))
          .filter((month) => months[month] !== 'confirmed')
          .map((month) => ({
            item: `${id}:${month}`,
            text: `Month ${month} of placement ${id} confirmed and not contested`,
          })),
  );
}

const isMonthOfStay = ({ placement, command }: Judgement): boolean => {
  const month = textOf(command?.data.month);
  if (placement?.startedOn === undefined) return true;
  return (
    month >= monthOf(placement.startedOn) &&
    (placement.ended === undefined || month <= monthOf(placement.ended.lastDay))
  );
};

/** Guards of the stages that a placement carries (domain.md §3.5: MAT, PRE, INT, EVA, CON) and of its commands' data. */
export const PLACEMENT_GUARDS: readonly Guard[] = [
  {
    code: 'placement-reserved',
    who: ['coordinator'],
    metBy: ['reserve-placement'],
    text: 'A reserved placement that is neither cancelled nor ended',
    check: (judged) => judged.placement !== undefined,
  },
  {
    code: 'site-known',
    who: ['coordinator'],
    metBy: [],
    text: "The placement's site in the list of the company's sites",
    check: (judged) => {
      const { placement } = judged;
      const sites = placement && judged.context.organisations[placement.company]?.sites;
      return Array.isArray(sites) && sites.includes(placement?.site);
    },
  },
  {
    code: 'mentor-named',
    who: ['company'],
    metBy: ['agree-placement'],
    text: "The company's agreement, which names the mentor",
    check: (judged) => judged.placement?.agreedOn !== undefined,
  },
  {
    code: 'candidate-opted-in',
    who: ['candidate'],
    metBy: ['opt-in'],
    text: "The candidate's opt-in to the same placement",
    check: (judged) => judged.placement?.optedInOn !== undefined,
  },
  {
    code: 'agreement-signed',
    who: ['university', 'company', 'candidate'],
    metBy: ['sign-agreement'],
    text: 'The placement agreement signed by every party',
    check: (judged) =>
      judged.context.template.agreementParties
        .filter((party) => judged.placement?.signatures[party] === undefined)
        .map((party) => ({
          item: party,
          who: [party],
          text: `The signature of the ${party} on the placement agreement`,
        })),
  },
  {
    code: 'agreement-lawful',
    who: ['coordinator'],
    metBy: ['amend-placement', 'reserve-placement'],
    text: 'A placement agreement whose content is lawful for its route',
    check: unlawful,
  },
  {
    code: 'candidate-arrived',
    who: ['candidate'],
    metBy: ['arrive'],
    text: 'The arrival',
    check: (judged) => judged.placement?.arrivedOn !== undefined,
  },
  {
    code: 'day-one-confirmed',
    who: ['mentor'],
    metBy: ['start-internship'],
    text: 'Day one confirmed by a mentor of the company',
    check: (judged) => judged.placement?.startedOn !== undefined,
  },
  {
    code: 'placement-ended',
    who: ['mentor', 'company', 'coordinator'],
    metBy: ['end-placement'],
    text: 'The placement ended',
    check: ({ state }) => endedPlacements(state).length > 0,
  },
  {
    code: 'months-closed',
    who: ['mentor'],
    metBy: ['confirm-month'],
    text: 'Every month confirmed',
    check: openMonths,
  },
  {
    code: 'evaluated',
    who: ['mentor', 'company', 'candidate'],
    metBy: ['evaluate', 'waive-evaluation'],
    text: 'The evaluations of the placement that ended last',
    check: ({ state, context: { template } }) => {
      const last = endedPlacements(state).at(-1);
      return template.evaluationParties
        .filter((party) => last?.evaluations[party] === undefined)
        .map((party) => ({
          item: party,
          who: [party],
          text: `The evaluation by the ${party} of the placement that ended last`,
        }));
    },
  },
  {
    code: 'recommended',
    who: ['company'],
    metBy: ['recommend', 'override-recommendation'],
    text: "A company's recommendation",
    check: ({ state }) =>
      state.recommendationOverriddenOn !== undefined ||
      Object.values(state.placements).some(({ recommended }) => recommended === true),
  },
  {
    code: 'within-full-time',
    who: ['coordinator'],
    metBy: ['cancel-placement', 'end-placement'],
    text: "The person's agreed placements together stay within full-time hours on every day",
    check: (judged) => mostHours(judged) <= judged.context.template.fullTimeHours,
  },
  {
    code: 'days-in-order',
    who: ['coordinator'],
    metBy: [],
    text: 'The first day may not lie after the last',
    check: ({ command }) =>
      textOf(command?.data.from ?? command?.data.validFrom) <=
      textOf(command?.data.to ?? command?.data.validTo),
  },
  {
    code: 'last-day-after-start',
    who: ['mentor', 'company', 'coordinator'],
    metBy: [],
    text: 'The last day may not lie before the start',
    check: ({ placement, command }) =>
      placement?.startedOn === undefined || placement.startedOn <= textOf(command?.data.lastDay),
  },
  {
    code: 'month-of-stay',
    who: ['mentor'],
    metBy: [],
    text: "A month from the start's to the last day's month",
    check: isMonthOfStay,
  },
  {
    code: 'month-begun',
    who: ['mentor'],
    metBy: [],
    text: 'A month is confirmed from its first day on, not before',
    check: ({ command, day: on }) => `${textOf(command?.data.month)}-01` <= on,
  },
  {
    code: 'planned-days',
    who: ['mentor'],
    metBy: [],
    text: 'plannedDays may be 0 only where workedDays is 0',
    check: ({ command }) => command?.data.plannedDays !== 0 || command.data.workedDays === 0,
  },
  {
    code: 'month-unconfirmed',
    who: ['candidate', 'coordinator'],
    metBy: ['contest-month', 'correct'],
    text: 'The month is confirmed already',
    check: ({ placement, command }) => placement?.months[textOf(command?.data.month)] !== 'confirmed',
  },
];
