import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { spotlight } from '@mantine/spotlight';
import { useTranslation } from 'react-i18next';
import { cohortQuery } from '../api/cohort';
import { useWords } from '../i18n/words';
import { useMe } from '../session/session';
import { nameText } from '../shared/person-name';
import { latinOf } from '../shared/latin';
import { menuFor } from './menu';
import { useProgramme } from './programme';

const MOST = 12;

/** Finds people in Latin and Cyrillic, and goes to every page. */
// oxlint-disable-next-line import/no-default-export -- what React.lazy asks for
export default function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('common');
  const word = useWords();
  const navigate = useNavigate();
  const me = useMe();
  const programme = useProgramme();
  const { data: cohort } = useQuery({
    ...cohortQuery(programme?.id),
    enabled: me.actions.has('journey.list'),
  });
  useEffect(() => spotlight.open(), []);
  const pages: SpotlightActionData[] = [...menuFor(me), { id: 'account', path: '/account' }].map(
    ({ id, path }) => ({
      id: `page/${id}`,
      label: t(`nav.${id}`),
      description: t('frame.goTo'),
      onClick: () => void navigate({ to: path }),
    }),
  );
  const people: SpotlightActionData[] = (cohort ?? []).map(({ id, person, name, stage }) => {
    const label = nameText(name, person);
    return {
      id: `journey/${id}`,
      label,
      description: word('stages', stage),
      keywords: [latinOf(label), id, person],
      onClick: () => void navigate({ to: `/journeys/${id}` }),
    };
  });
  return (
    <Spotlight
      actions={[...pages, ...people]}
      shortcut={null}
      // A blurred page behind is drawn anew with each letter, which takes a second where no graphics card does it.
      overlayProps={{ blur: 0 }}
      limit={MOST}
      highlightQuery
      scrollable
      maxHeight={420}
      filter={(query, actions) => {
        const wanted = latinOf(query);
        return actions.filter(
          (action) =>
            'label' in action &&
            latinOf(`${action.label ?? ''} ${[action.keywords ?? []].flat().join(' ')}`).includes(wanted),
        );
      }}
      nothingFound={t('frame.nothingFound')}
      searchProps={{ placeholder: t('frame.find'), 'aria-label': t('frame.find') }}
      onSpotlightClose={onClose}
    />
  );
}
