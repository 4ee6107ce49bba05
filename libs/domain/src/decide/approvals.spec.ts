import type { Command } from '../command';
import type { Context } from '../context';
import type { ApprovalRule, Template } from '../template/template';
import { TEMPLATES } from '../template/templates';
import { unmetApprovals } from './approvals';

const [TEMPLATE] = [...TEMPLATES.values()];

const TWO: readonly ApprovalRule[] = [
  { roles: ['coordinator'], count: 2 },
  { roles: ['data-protection-lead', 'coordinator'], count: 1 },
];

const ADVANCE: Command = {
  id: 'c1',
  journey: 'j1',
  command: 'advance',
  happenedOn: '2024-05-01',
  by: { role: 'coordinator' },
  data: { to: 'SEL' },
};

function missing(
  approvals: NonNullable<Context['approvals']>,
  imported = false,
  rules: readonly ApprovalRule[] = TWO,
): readonly string[] {
  if (TEMPLATE === undefined) throw new Error('There is no template');
  const template: Template = {
    ...TEMPLATE,
    stages: TEMPLATE.stages.map((stage) => (stage.code === 'SEL' ? { ...stage, approvals: rules } : stage)),
  };
  const stamp = {
    recordedAt: '2024-05-01T10:00:00.000Z',
    insertedAt: '2024-05-01T10:00:00.000Z',
    insertedOn: '2024-05-01',
    submittedBy: 'anna',
    imported,
  };
  const context: Context = { template, today: '2024-05-01', stamp, organisations: {}, approvals };
  return unmetApprovals(ADVANCE, context).map(({ remedy }) => remedy);
}

const by = (account: string, role: 'coordinator' | 'data-protection-lead' = 'coordinator') => ({
  account,
  role,
});

describe('approvals that a stage asks for', () => {
  it('are wanted from so many different people, each counted for one rule alone', () => {
    expect(missing([])).toHaveLength(2);
    expect(missing([by('bert'), by('bert')])).toHaveLength(2);
    expect(missing([by('bert'), by('cleo')])).toHaveLength(1);
    expect(missing([by('bert'), by('cleo'), by('dora', 'data-protection-lead')])).toEqual([]);
  });

  it('are counted so that as many rules as possible are met, in whichever order they stand', () => {
    const all = [by('bert'), by('cleo'), by('dora', 'data-protection-lead')];
    expect(missing(all, false, TWO.toReversed())).toEqual([]);
    expect(missing(all.slice(0, 2), false, TWO.toReversed())).toHaveLength(1);
    expect(missing(all.slice(0, 1).concat(all[0] ?? []), false, TWO.toReversed())).toHaveLength(1);
  });

  it('are never those of the one who submits', () => {
    expect(missing([by('anna'), by('bert'), by('dora', 'data-protection-lead')])).toHaveLength(1);
  });

  it('are not asked of an import, which tells of what was approved at its time', () => {
    expect(missing([], true)).toEqual([]);
  });
});
