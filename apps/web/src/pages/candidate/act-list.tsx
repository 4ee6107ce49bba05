import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Journey, PossibleCommand } from '../../api/types';
import { useWords } from '../../i18n/words';
import { useOrganisationName } from '../../shared/directory';
import { RefusalGuide } from '../../shared/refusal';
import styles from './candidate.module.css';

const ActForm = lazy(async () => ({ default: (await import('./act-form')).ActForm }));

const keyOf = ({ command, about = '' }: PossibleCommand): string => `${command}/${about}`;

/** Acts with what each is about; the form opens below the one that is taken. */
export function ActList({
  journey,
  acts,
}: {
  readonly journey: Journey;
  readonly acts: readonly PossibleCommand[];
}) {
  const { t } = useTranslation('candidate');
  const word = useWords();
  const organisation = useOrganisationName();
  const [open, setOpen] = useState<string>();
  const { placements, contracts } = journey.state;
  const place = ({ about = '' }: PossibleCommand): string =>
    organisation(placements[about]?.company ?? contracts[about]?.company);
  const nameOf = (one: PossibleCommand): string => `${word('commands', one.command)} ${place(one)}`.trim();
  return (
    <ul className={styles.list}>
      {acts.map((one) => {
        const key = keyOf(one);
        return (
          <li key={key}>
            <div className={styles.line}>
              <span>
                {word('commands', one.command)}
                {place(one) === '' ? null : <span className="soft"> · {place(one)}</span>}
              </span>
              {one.unmet.length > 0 ? null : (
                <Button
                  size="md"
                  variant={open === key ? 'default' : 'light'}
                  aria-expanded={open === key}
                  aria-label={`${nameOf(one)}: ${t(open === key ? 'shut' : 'open')}`}
                  onClick={() => setOpen(open === key ? undefined : key)}
                >
                  {t(open === key ? 'shut' : 'open')}
                </Button>
              )}
            </div>
            {one.unmet.length > 0 ? <RefusalGuide unmet={one.unmet} /> : null}
            {open === key ? (
              <div className={styles.form}>
                <Suspense>
                  <ActForm
                    journey={journey}
                    command={one.command}
                    about={one.about}
                    onDone={() => setOpen(undefined)}
                  />
                </Suspense>
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
