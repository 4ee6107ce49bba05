import type { RulePack } from './rule-pack';

type Listed = Pick<RulePack, 'payFloors' | 'rules' | 'clocks'>;

/** What a pack says anew: values as they are now, and floors, rules and clocks that are new or other than before. */
export type Changes = Pick<RulePack, 'id' | 'from' | 'checkedOn'> &
  Partial<Omit<RulePack, keyof Listed | 'id' | 'from' | 'checkedOn'>> &
  Partial<Listed>;

/** In the order of the former list, each replaced where `news` has another of its key; what is new comes last. */
function renewed<Item>(
  former: readonly Item[],
  news: readonly Item[],
  keyOf: (item: Item) => string,
): Item[] {
  const byKey = new Map(former.map((item) => [keyOf(item), item]));
  for (const item of news) byKey.set(keyOf(item), item);
  return [...byKey.values()];
}

/** The pack that follows `former`: whatever it does not name goes on. */
export function since({ to: _ended, ...former }: RulePack, changes: Changes): RulePack {
  const { payFloors = [], rules = [], clocks = [], ...values } = changes;
  return {
    ...former,
    ...values,
    payFloors: renewed(former.payFloors, payFloors, ({ route }) => route),
    rules: renewed(former.rules, rules, ({ code }) => code),
    clocks: renewed(former.clocks, clocks, ({ code }) => code),
  };
}
