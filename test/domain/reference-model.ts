import { textOf, type Fact, type JourneyState, type JsonObject } from '@lotse/domain';

/** Facts in the order they count in. */
export const inOrder = (a: Fact, b: Fact): number =>
  a.happenedOn === b.happenedOn ? a.seq - b.seq : a.happenedOn < b.happenedOn ? -1 : 1;

const distinct = (facts: readonly Fact[], kind: string, name: string): readonly string[] =>
  [...new Set(facts.filter((fact) => fact.kind === kind).map(({ data }) => textOf(data[name])))].sort();

/** The reference: it never folds, it looks each answer up in the list of what counts, from the end. */
export function reference(facts: readonly Fact[]): JsonObject {
  const out = new Set(facts.map(({ correction }) => correction?.supersedes));
  const counts = facts.filter(({ version, correction }) => !out.has(version) && !correction?.struck);
  const order = [...counts].sort(inOrder);
  const last = (kinds: readonly string[], holds: (fact: Fact) => boolean = () => true): Fact | undefined =>
    order.findLast((fact) => kinds.includes(fact.kind) && holds(fact));
  const of = (name: string, id: string) => (fact: Fact) => fact.data[name] === id;
  const after = (fact: Fact, earlier: Fact | undefined): boolean =>
    earlier !== undefined && inOrder(fact, earlier) > 0;
  const statuses: Readonly<Record<string, string>> = {
    nominate: 'open',
    hold: 'on-hold',
    resume: 'open',
    close: 'closed',
    withdraw: 'closed',
    reopen: 'open',
  };
  const checkIn = last(['check-in']);
  const stage = last(['advance', 'reverse', 'migrate-template']);
  /** Another template gives the stage another name: it began when it began. */
  const moved = last(['advance', 'reverse']);
  const voided = last(['void']);
  const months = [
    ...new Set([...distinct(order, 'confirm-month', 'month'), ...distinct(order, 'contest-month', 'month')]),
  ].sort();
  const placements = distinct(order, 'reserve-placement', 'placement').flatMap((id) => {
    const reserved = last(['reserve-placement'], of('placement', id));
    if (reserved === undefined) return [];
    const started = last(['start-internship'], (fact) => of('placement', id)(fact) && after(fact, reserved));
    const standings = months.flatMap((month) => {
      const told = last(
        ['confirm-month', 'contest-month'],
        (fact) => of('placement', id)(fact) && fact.data.month === month && after(fact, reserved),
      );
      return told === undefined
        ? []
        : [`${month} ${told.kind === 'confirm-month' ? 'confirmed' : 'contested'}`];
    });
    return [`${id} ${started?.happenedOn ?? '-'} ${standings.join(',')}`];
  });
  const costs = distinct(order, 'record-cost', 'cost').flatMap((id) => {
    const cost = last(['record-cost'], of('cost', id));
    const repaid = cost && last(['repay-cost'], (fact) => of('cost', id)(fact) && after(fact, cost));
    return cost === undefined ? [] : [`${id} ${String(cost.data.payer)} ${repaid?.happenedOn ?? '-'}`];
  });
  const signed = last(['sign-commitment', 'withdraw-commitment', 'withdraw']);
  return {
    version: facts.length,
    stage: `${textOf(stage?.data.to ?? stage?.data.stage ?? 'NOM')} ${(moved ?? last(['nominate']))?.happenedOn ?? ''}`,
    status: voided === undefined ? (statuses[last(Object.keys(statuses))?.kind ?? ''] ?? '') : 'void',
    selection: last(['decide-selection'])?.data.outcome ?? null,
    signedOn: signed?.kind === 'sign-commitment' ? signed.happenedOn : null,
    placements,
    costs,
    route: last(['choose-route'], ({ data }) => data.stay === 2)?.data.route ?? null,
    checkIns: order.filter(({ kind }) => kind === 'check-in').length,
    risk: checkIn?.data.raisedRisk ?? checkIn?.data.risk ?? null,
    holds: order.filter(({ kind }) => kind === 'hold').length,
    stops: order.filter(({ kind }) => kind === 'stop-clock').length,
  };
}

/** The same answers out of the folded journey. */
export function seen(state: JourneyState): JsonObject {
  return {
    version: state.version,
    stage: `${state.stage.code} ${state.stage.on}`,
    status: state.status.code,
    selection: state.selection ?? null,
    signedOn: state.commitment.signed?.on ?? null,
    placements: Object.values(state.placements)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(
        ({ id, startedOn, months }) =>
          `${id} ${startedOn ?? '-'} ${Object.entries(months)
            .map(([month, standing]) => `${month} ${standing}`)
            .sort()
            .join(',')}`,
      ),
    costs: Object.entries(state.fairness.costs)
      .map(([id, { payer, repaidOn }]) => `${id} ${payer} ${repaidOn ?? '-'}`)
      .sort(),
    route: state.stays['2']?.route?.code ?? null,
    checkIns: state.integration.checkIns.length,
    risk: state.integration.checkIns.at(-1)?.risk ?? null,
    holds: state.holds.length,
    stops: Object.values(state.adjustments).flatMap(({ stops }) => stops).length,
  };
}
