import type { Contract, JourneyState, Placement } from '@lotse/domain';

/** An axis and where it stands, in words. */
export type AxisRow = readonly [axis: string, words: readonly string[]];
type Row = AxisRow;
type Words = readonly (string | undefined)[];

const said = (words: Words): string[] => words.filter((word) => word !== undefined);
/** Steps of a procedure in the order of their days. */
const inOrder = (steps: Readonly<Record<string, { readonly on: string }>>): string[] =>
  Object.entries(steps)
    .sort(([, a], [, b]) => (a.on < b.on ? -1 : 1))
    .map(([step, moment]) => `${step} ${moment.on}`);
/** `signed 2026-01-25`; undefined while it has not happened. */
const on = (word: string, day: string | undefined): string | undefined =>
  day === undefined ? undefined : `${word} ${day}`;
const parties = (word: string, days: Readonly<Record<string, string>>): string | undefined =>
  Object.keys(days).length === 0 ? undefined : `${word} by ${Object.keys(days).join(', ')}`;
const rows = <Value>(
  name: string,
  values: Readonly<Record<string, Value>>,
  words: (value: Value) => Words,
): Row[] => Object.entries(values).map(([id, value]) => [`${name} ${id}`, said(words(value))]);

const placement = (it: Placement): Words => [
  `${it.company} (${it.site}) ${it.from} to ${it.to}`,
  `§ ${it.route}`,
  on('agreed', it.agreedOn),
  on('opted in', it.optedInOn),
  parties('signed', it.signatures),
  on('arrived', it.arrivedOn),
  on('started', it.startedOn),
  on('interrupted', it.ended === undefined ? it.interruptedOn : undefined),
  it.ended === undefined ? undefined : `ended ${it.ended.how}, last day ${it.ended.lastDay}`,
  on('cancelled', it.cancelledOn),
  ...Object.entries(it.months).map(([month, state]) => `${month} ${state}`),
  parties('evaluated', it.evaluations),
  it.recommended === undefined ? undefined : it.recommended ? 'recommended' : 'not recommended',
];

const contract = (it: Contract): Words => [
  `${it.company}, ${it.monthlyGrossEur} € a month from ${it.startsOn}`,
  on('prepared', it.preparedOn),
  on('amended', it.amendedOn),
  on('offered', it.offered?.on),
  parties('signed', it.signatures),
  on('declined', it.declinedOn),
  on('retracted', it.retractedOn),
  on('withdrawn', it.withdrawnOn),
];

/** Every axis on which something has happened (domain.md §3.5). Ids, codes and days alone. */
export function axisRows(state: JourneyState): AxisRow[] {
  const { nomination, commitment, language, integration, recommendationOverriddenOn } = state;
  const last = integration.checkIns.at(-1);
  const single: readonly (readonly [string, Words])[] = [
    [
      'nomination',
      [on(nomination.status, nomination.on), on('degree expected', state.studies?.expectedDegreeOn)],
    ],
    ['selection', [state.selection]],
    [
      'consent',
      [
        ...Object.entries(state.consents).map(([purpose, given]) => on(`${purpose} given`, given.on)),
        ...Object.entries(state.consentsWithdrawn).map(([purpose, day]) => on(`${purpose} withdrawn`, day)),
      ],
    ],
    [
      'commitment',
      [
        on('issued', commitment.issued?.on),
        on('read', commitment.readOn),
        on('refused', commitment.refusedOn),
        on('signed', commitment.signed?.on),
        on('countersigned', commitment.countersignedOn),
        on('waived', commitment.waivedOn),
        on('withdrawn', commitment.withdrawnOn),
      ],
    ],
    [
      'language',
      [
        language.target &&
          `${language.target.level} wanted${language.target.by === undefined ? '' : ` by ${language.target.by}`}`,
      ],
    ],
    ['degree', [on('on', state.degreeOn), on('recommendation overridden', recommendationOverriddenOn)]],
    [
      'integration',
      [
        on('planned', integration.plan?.on),
        last &&
          `${last.risk} at the check-in of ${last.on}${last.needs.length === 0 ? '' : `: ${last.needs.join(', ')}`}`,
        on('closed', integration.closedOn),
      ],
    ],
    ['contact', state.contacts.map((contact) => `${contact.channel} ${contact.on} ${contact.result}`)],
    ['on hold', state.holds.map(({ from, to }) => `${from} to ${to ?? 'now'}`)],
  ];
  return [
    ...single.map(([name, words]): Row => [name, said(words)]),
    ...rows('placement', state.placements, placement),
    ...rows('stay', state.stays, (stay) => [
      stay.route && `§ ${stay.route.code}${stay.route.fastTrack ? ' fast track' : ''}`,
      ...inOrder(stay.steps),
      stay.refusal && `refused ${stay.refusal.on} (${stay.refusal.ground})`,
      on('consent deemed', stay.consentDeemedOn),
      on('ended', stay.endedOn),
    ]),
    ...state.titles.map((title): Row => [
      `title ${title.stay}`,
      [`§ ${title.route}, valid ${title.validFrom} to ${title.validTo}`],
    ]),
    ...rows('recognition', state.recognitions, ({ kind, steps, result }) => [
      kind,
      ...inOrder(steps),
      result,
    ]),
    ...rows('exam', language.exams, (exam) => [
      `${exam.level} on ${exam.on.on}`,
      exam.result && `attempt ${exam.attempt ?? 1}: ${exam.result}`,
    ]),
    ...rows('contract', state.contracts, contract),
    ...state.employments.map(({ contract: id, company, started, ended }): Row => [
      `work ${id}`,
      said([company, on('since', started.on), ended && `ended ${ended.how}, last day ${ended.lastDay}`]),
    ]),
    ...rows('retention', state.retention, ({ sameCompany, sameRegion, inGermany }) => [
      `same company ${sameCompany}`,
      `same region ${sameRegion}`,
      `in Germany ${inGermany}`,
    ]),
  ].filter(([, words]) => words.length > 0);
}
