import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Journey } from '../../api/types';
import { useWords } from '../../i18n/words';
import type { Act } from '../../shared/act-dialog';
import { Badge, type Tone } from '../../shared/badges';
import { judgementQuery, type Asked } from './judgement';
import { agreementCheck, payCheck, titleCheck, type Check, type Verdict } from './checks';
import type { Contract, Placement } from './placements';
import { useCheckText } from './check-text';
import { useMe } from '../../session/session';
import styles from './company.module.css';

const TONES: Readonly<Record<Verdict, Tone>> = { met: 'done', unmet: 'late', open: 'soon' };

/** What the law asks of the hire: met, or what is missing with the act that mends it. */
export function HireChecks({
  journey,
  placement,
  contract,
  onAct,
}: {
  readonly journey: Journey;
  readonly placement: Placement | undefined;
  readonly contract: Contract | undefined;
  readonly onAct: (act: Act) => void;
}) {
  const { t } = useTranslation('company');
  const word = useWords();
  const text = useCheckText();
  const me = useMe();
  const by = me.by(['company']) ?? { role: 'company' as const };
  const ask = (command: string, data: Readonly<Record<string, string>>, wanted: boolean): Asked => ({
    journey,
    command,
    by,
    data: { ...data, party: 'company', evidence: 'preview' },
    wanted,
  });
  const pay = useQuery(
    judgementQuery(
      ask(
        'sign-contract',
        { contract: contract?.id ?? '' },
        contract?.offered !== undefined && contract.signatures.company === undefined,
      ),
    ),
  );
  const agreement = useQuery(
    judgementQuery(
      ask(
        'sign-agreement',
        { placement: placement?.id ?? '' },
        placement?.agreedOn !== undefined && placement.signatures.company === undefined,
      ),
    ),
  );
  const checks: readonly Check[] = [
    payCheck(journey, contract, pay.data),
    titleCheck(journey, contract),
    agreementCheck(placement, agreement.data),
  ];
  return (
    <ul className={styles.checks}>
      {checks.map((check) => {
        const { name, verdict, source, act } = check;
        return (
          <li key={name}>
            <Badge tone={TONES[verdict]}>{t(`verdict.${verdict}`)}</Badge>
            <div>
              <strong>{t(`check.${name}`)}</strong>
              <p>{text(check)}</p>
              {source === undefined ? null : <p lang="en">{source}</p>}
            </div>
            {act === undefined ? null : (
              <Button variant="light" onClick={() => onAct(act)}>
                {word('commands', act.command)}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
