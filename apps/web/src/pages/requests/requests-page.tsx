import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cohortQuery } from '../../api/cohort';
import { useProgramme } from '../../frame/programme';
import { useMe } from '../../session/session';
import { useFilters } from '../../shared/filters';
import { PageHead } from '../../shared/page-head';
import { nameText } from '../../shared/person-name';
import { ErasurePart } from './erasure-part';
import { Holds } from './holds';
import { Receipts } from './receipts';
import styles from './requests.module.css';

/** What a person may ask for: a copy, erasure with what stands against it, and what keeps data from going. */
export function Page() {
  const { t } = useTranslation('requests');
  const me = useMe();
  const programme = useProgramme();
  const [{ person }, filter] = useFilters();
  const [typed, type] = useState(person ?? '');
  const { data: lines } = useQuery({
    ...cohortQuery(programme?.id),
    enabled: me.actions.has('journey.list'),
  });
  const people = new Map((lines ?? []).map((line) => [line.person, nameText(line.name, line.person)]));
  return (
    <>
      <PageHead title={t('title')} />
      <section className={styles.part} aria-labelledby="whose">
        <h2 id="whose">{t('whose')}</h2>
        <form
          className={styles.find}
          onSubmit={(event) => {
            event.preventDefault();
            filter({ person: typed.trim().split(' ')[0] });
          }}
        >
          <TextInput
            label={t('person')}
            description={t('personHelp')}
            list="people"
            autoComplete="off"
            value={typed}
            onChange={({ currentTarget }) => type(currentTarget.value)}
          />
          <datalist id="people">
            {[...people].map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </datalist>
          <Button type="submit">{t('look')}</Button>
        </form>
        {person === undefined ? null : (
          <>
            <h3 className={styles.name}>
              {people.get(person) ?? person} <code>{person}</code>
            </h3>
            <div className={styles.acts}>
              {me.actions.has('subject.export') ? (
                <Button
                  component="a"
                  variant="light"
                  href={`/api/v1/persons/${encodeURIComponent(person)}/export`}
                  download
                >
                  {t('export')}
                </Button>
              ) : null}
              {me.actions.has('audit.read') ? (
                <Button
                  component={Link}
                  to={`/persons/${encodeURIComponent(person)}/accesses`}
                  variant="default"
                >
                  {t('whoSaw')}
                </Button>
              ) : null}
            </div>
            {me.actions.has('subject.erase') ? <ErasurePart key={person} person={person} /> : null}
          </>
        )}
      </section>
      {me.actions.has('retention.run') ? <Holds person={person} /> : null}
      {me.actions.has('subject.erase') ? <Receipts /> : null}
    </>
  );
}
