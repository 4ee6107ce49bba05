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
  const used = new Set<string>();
  return rules.flatMap(({ roles, count }) => {
    const given = new Set(
      others
        .filter(({ account, role }) => roles.includes(role) && !used.has(account))
        .map(({ account }) => account),
    );
    const counted = [...given].slice(0, count);
    counted.forEach((account) => used.add(account));
    if (counted.length === count) return [];
    return [
      {
        guard: 'approvals',
        who: roles,
        remedy: `${command.command} needs ${count} approval(s) of ${roles.join(' or ')} other than the one who submits; ${counted.length} given: request an approval.`,
      },
    ];
  });
}
