import { Input } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { directoryQuery } from '../shared/directory';
import { chooseProgramme, useProgramme } from './programme';

/** Shown where there is a choice. */
export function ProgrammeSwitch() {
  const { t } = useTranslation('common');
  const { data } = useQuery(directoryQuery);
  const programme = useProgramme();
  if (data === undefined || data.programmes.length < 2) return null;
  return (
    <Input
      component="select"
      aria-label={t('frame.programme')}
      maw="14rem"
      value={programme?.id ?? ''}
      onChange={({ currentTarget }) => chooseProgramme(currentTarget.value)}
    >
      {data.programmes.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Input>
  );
}
