import { Input } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { policyQuery, useMe } from '../../session/session';
import { useActionText } from '../../shared/action-text';
import { useFilters } from '../../shared/filters';
import { PageHead } from '../../shared/page-head';
import { Loaded } from '../../shared/states';
import styles from './oversight.module.css';

/** The one policy table: who may do and see what, where, and why. Who oversees sees all of it, everybody else their own rows. */
export function Page() {
  const { t } = useTranslation('oversight');
  const word = useWords();
  const action = useActionText();
  const me = useMe();
  const query = useQuery(policyQuery);
  const mine = t('mine');
  const everybody = t('everybody');
  const [{ role: chosen = 'mine', does, topic: seen }, filter] = useFilters();
  return (
    <Loaded query={query}>
      {({ rows, topics }) => {
        const isWhole = rows.some(({ role }) => !me.roles.includes(role));
        const isOfOthers = chosen !== 'mine' && isWhole;
        const shown = rows.filter(
          ({ role, may, sees }) =>
            (chosen === 'all' || (chosen === 'mine' ? me.roles.includes(role) : role === chosen)) &&
            (does === undefined || may.includes(does)) &&
            (seen === undefined || sees.includes(seen)),
        );
        const choice = (
          name: 'role' | 'does' | 'topic',
          label: string,
          value: string,
          values: readonly (readonly [string, string])[],
        ) => (
          <Input
            component="select"
            aria-label={label}
            value={value}
            onChange={({ currentTarget }) => filter({ [name]: currentTarget.value })}
          >
            {values.map(([code, text]) => (
              <option key={code} value={code}>
                {text}
              </option>
            ))}
          </Input>
        );
        const actions = [...new Set(rows.flatMap(({ may }) => may))].sort();
        return (
          <>
            <PageHead title={isWhole ? t('policyTitle') : t('rightsTitle')} />
            {isWhole ? (
              <div className={styles.choices}>
                {choice('role', t('whose'), chosen, [
                  ['mine', mine],
                  ['all', everybody],
                  ...[...new Set(rows.map(({ role }) => role))].map((role): [string, string] => [
                    role,
                    word('roles', role),
                  ]),
                ])}
                {choice('does', t('whoMay'), does ?? '', [
                  ['', t('whoMay')],
                  ...actions.map((code): [string, string] => [code, action(code)]),
                ])}
                {choice('topic', t('whoSees'), seen ?? '', [
                  ['', t('whoSees')],
                  ...Object.keys(topics).map((code): [string, string] => [
                    code,
                    t(`topics.${code}`, { defaultValue: topics[code] ?? code }),
                  ]),
                ])}
              </div>
            ) : null}
            {shown.length === 0 ? <p role="status">{t('nobodyMay')}</p> : null}
            {shown.map(({ role, on, may, sees, opens, duty, ownSide, because }) => (
              <section key={`${role}/${because}/${on.join()}/${may.length}`} className={styles.panel}>
                <h2>{word('roles', role)}</h2>
                <p>
                  {[
                    ...on.map((one) => (isOfOthers ? t(`stands.${one}`) : t(`relations.${one}`))),
                    ...(duty === undefined ? [] : [t('duty')]),
                    ...(opens === undefined ? [] : [t(`openings.${opens}`)]),
                    ...(ownSide === true ? [t('ownSide')] : []),
                  ].join(' · ')}
                </p>
                <p className="soft" lang="en">
                  {because}
                </p>
                {may.length === 0 ? null : (
                  <details>
                    <summary>{t('may', { count: may.length })}</summary>
                    <ul>
                      {may.map((code) => (
                        <li key={code} title={code}>
                          {action(code)}
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
                {sees.length === 0 ? null : (
                  <details>
                    <summary>{t('sees', { count: sees.length })}</summary>
                    <ul>
                      {sees.map((code) => (
                        <li key={code}>{t(`topics.${code}`, { defaultValue: topics[code] ?? code })}</li>
                      ))}
                    </ul>
                  </details>
                )}
              </section>
            ))}
          </>
        );
      }}
    </Loaded>
  );
}
