import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Journey } from '../../api/types';
import { useWords } from '../../i18n/words';
import type { Act } from '../../shared/act-dialog';
import { contractActs } from './company-acts';
import type { Contract, Placement } from './placements';
import styles from './company.module.css';

interface Props {
  readonly journey: Journey;
  readonly company: string;
  readonly placement: Placement | undefined;
  readonly contract: Contract | undefined;
  readonly onAct: (act: Act) => void;
}

/** Approve or decline, each by the command that says so where the hire stands now. */
export function HireDecision({ journey, company, placement, contract, onAct }: Props) {
  const { t } = useTranslation('company');
  const word = useWords();
  const { approve, decline, more } = choicesOf(journey, company, placement, contract);
  if (approve === undefined && decline === undefined && more.length === 0)
    return <p className="soft">{t(contract === undefined ? 'nothingYet' : 'waitingForOthers')}</p>;
  return (
    <div className={styles.decide}>
      {approve === undefined ? null : (
        <Button onClick={() => onAct(approve)}>
          {t('approve', { act: word('commands', approve.command) })}
        </Button>
      )}
      {decline === undefined ? null : (
        <Button variant="default" onClick={() => onAct({ ...decline, label: t('decline') })}>
          {t('decline')}
        </Button>
      )}
      {more.map((act) => (
        <Button key={act.command} variant="subtle" onClick={() => onAct(act)}>
          {word('commands', act.command)}
        </Button>
      ))}
    </div>
  );
}

interface Choices {
  readonly approve?: Act;
  readonly decline?: Act;
  readonly more: readonly Act[];
}

/** First the word on the person, then the contract. */
function choicesOf(
  journey: Journey,
  company: string,
  placement: Placement | undefined,
  contract: Contract | undefined,
): Choices {
  if (contract !== undefined) return contractActs(journey, contract);
  const may = (command: string): boolean => journey.commands.some((one) => one.command === command);
  const prepare: Act = {
    command: 'prepare-contract',
    fixed: { company },
    paper: { topic: 'contract', reference: `contract-${journey.id}` },
  };
  const evaluate: readonly Act[] =
    placement?.ended !== undefined && placement.evaluations.company === undefined && may('evaluate')
      ? [{ command: 'evaluate', fixed: { placement: placement.id, party: 'company' } }]
      : [];
  if (placement !== undefined && placement.recommended === undefined && may('recommend')) {
    const fixed = { placement: placement.id };
    return {
      approve: { command: 'recommend', fixed: { ...fixed, recommended: true } },
      decline: { command: 'recommend', fixed: { ...fixed, recommended: false }, only: ['reason'] },
      more: evaluate,
    };
  }
  return may('prepare-contract') ? { approve: prepare, more: evaluate } : { more: evaluate };
}
