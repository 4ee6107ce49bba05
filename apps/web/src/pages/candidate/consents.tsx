import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import type { Journey, Template } from '../../api/types';
import { useDays } from '../../i18n/dates';
import { newId } from '../../live/drafts';
import { useMe } from '../../session/session';
import { Badge } from '../../shared/badges';
import { GiveProblem } from '../../shared/give-problem';
import { useGive } from '../../shared/give';
import { useTemplate } from '../../shared/template';
import styles from './candidate.module.css';

const PURPOSES = ['participation', 'company-sharing', 'partner-country', 'talent-pool', 'publicity'] as const;
type Purpose = (typeof PURPOSES)[number];

/** The text of a purpose that may be used on a day. */
const textFor = (template: Template | undefined, purpose: Purpose, today: string): string | undefined =>
  template?.consents.findLast(
    ({ purpose: of = 'participation', from, to }) =>
      of === purpose && from <= today && (to === undefined || today <= to),
  )?.version;

/** Each purpose with what it is for; given and taken back one by one. */
export function Consents({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation('candidate');
  const template = useTemplate(journey.template);
  return (
    <section className={styles.part} aria-labelledby="consents">
      <h2 id="consents">{t('consents')}</h2>
      <p className="soft">{t('consentsHelp')}</p>
      <ul className={styles.list}>
        {PURPOSES.map((purpose) => (
          <Consent
            key={purpose}
            journey={journey}
            purpose={purpose}
            version={textFor(template, purpose, journey.today)}
          />
        ))}
      </ul>
    </section>
  );
}

interface Props {
  readonly journey: Journey;
  readonly purpose: Purpose;
  /** Absent where the programme has no text for the purpose. */
  readonly version: string | undefined;
}

function Consent({ journey, purpose, version }: Props) {
  const { t, i18n } = useTranslation('candidate');
  const days = useDays();
  const me = useMe();
  const [asking, ask] = useState(false);
  const given = journey.state.consents[purpose];
  const withdrawn = journey.state.consentsWithdrawn[purpose];
  const give = useGive(() => ask(false));
  if (given === undefined && version === undefined) return null;
  const send = (): void => {
    const by = me.by(['candidate']);
    if (by === undefined) return;
    const common = { id: newId(), journey: journey.id, happenedOn: journey.today, by };
    if (given !== undefined) give.mutate({ ...common, command: 'withdraw-consent', data: { purpose } });
    else
      give.mutate({
        ...common,
        command: 'give-consent',
        data: { purpose, consentVersion: version, language: i18n.language },
      });
  };
  return (
    <li>
      <div className={styles.line}>
        <strong>{t(`purposes.${purpose}`)}</strong>
        <Badge tone={given === undefined ? 'closed' : 'done'}>
          {given !== undefined
            ? t('consentGiven', { day: days.day(given.on) })
            : withdrawn === undefined
              ? t('consentOpen')
              : t('consentWithdrawn', { day: days.day(withdrawn) })}
        </Badge>
      </div>
      <p className="soft">{t(`purposeHelp.${purpose}`)}</p>
      {journey.status !== 'open' ? null : given === undefined ? (
        <Button
          size="md"
          variant="light"
          loading={give.isPending}
          aria-label={`${t(`purposes.${purpose}`)}: ${t('consentDo')}`}
          onClick={send}
        >
          {t('consentDo')}
        </Button>
      ) : asking ? (
        <>
          <p role="status">{t(`withdrawMeans.${purpose}`)}</p>
          <div className={styles.line}>
            <Button size="md" className={styles.danger} loading={give.isPending} onClick={send}>
              {t('consentTakeBackYes')}
            </Button>
            <Button size="md" variant="default" onClick={() => ask(false)}>
              {t('keep')}
            </Button>
          </div>
        </>
      ) : (
        <Button
          size="md"
          variant="default"
          aria-label={`${t(`purposes.${purpose}`)}: ${t('consentTakeBack')}`}
          onClick={() => ask(true)}
        >
          {t('consentTakeBack')}
        </Button>
      )}
      <GiveProblem error={give.error} />
    </li>
  );
}
