import type { Command, Unmet } from '../command';
import type { Context } from '../context';
import { textOf } from '../json';
import type { ApprovalRule, Template } from '../template/template';

/** Who must approve a command under a template: its own rules, and for an advance those of the stage. */
export function approvalsFor(
  template: Template,
  { command, data }: Pick<Command, 'command' | 'data'>,
): readonly ApprovalRule[] {
  const own = (template.approvals ?? []).filter((rule) => rule.command === command);
  if (command !== 'advance') return own;
  const to = textOf(data.to);
  return [...own, ...(template.stages.find(({ code }) => code === to)?.approvals ?? [])];
}

/**
 * Approvals that are still wanted. Nobody approves what they submit, and nobody counts for two rules. An import tells of what was
 * approved at its time.
 */
export function unmetApprovals(command: Command, { template, stamp, approvals = [] }: Context): Unmet[] {
  const rules = approvalsFor(template, command);
  if (rules.length === 0 || stamp.imported) return [];
  const others = approvals.filter(({ account }) => account !== stamp.submittedBy);
  const counted = countedFor(rules, others);
  return rules.flatMap(({ roles, count }, index) => {
    const given = counted[index] ?? 0;
    if (given === count) return [];
    return [
      {
        guard: 'approvals',
        who: roles,
        remedy: `${command.command} needs ${count} approval(s) of ${roles.join(' or ')} other than the one who submits; ${given} given: request an approval.`,
      },
    ];
  });
}

/**
 * How many approvals count for each rule when each account counts for one rule alone and as many rules as possible are met: whoever
 * may count for two makes room for somebody who may count for one (augmenting paths).
 */
function countedFor(
  rules: readonly ApprovalRule[],
  approvals: NonNullable<Context['approvals']>,
): readonly number[] {
  const ruleOf = new Map<string, number>();
  const place = (rule: number, tried: Set<string>): boolean => {
    const able = approvals.filter(
      ({ account, role }) => rules[rule]?.roles.includes(role) === true && !tried.has(account),
    );
    return able.some(({ account }) => {
      if (tried.has(account)) return false;
      tried.add(account);
      const before = ruleOf.get(account);
      if (before === rule || (before !== undefined && !place(before, tried))) return false;
      ruleOf.set(account, rule);
      return true;
    });
  };
  return rules.map(({ count }, rule) => {
    let given = 0;
    while (given < count && place(rule, new Set())) given += 1;
    return given;
  });
}
