import { useQuery } from '@tanstack/react-query';
import { agreementsQuery } from '../../api/network';
import { useProgramme } from '../../frame/programme';
import { todayHere } from '../../i18n/dates';
import { useMe } from '../../session/session';
import { directoryQuery } from '../../shared/directory';
import { standingOf } from '../../shared/standing';

/** An agreement that somebody may nominate under. */
export interface NominationAgreement {
  readonly id: string;
  readonly programme: string;
  readonly organisation: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Agreements of universities in the chosen programme that stand today: a university's own, and for the coordination all of them.
 * Undefined until they are known.
 */
export function useNominationAgreements(): readonly NominationAgreement[] | undefined {
  const me = useMe();
  const programme = useProgramme();
  const own = me.by(['university'])?.organisation;
  const directory = useQuery(directoryQuery);
  const all = useQuery({
    ...agreementsQuery(programme?.id),
    enabled: own === undefined && programme !== undefined,
  });
  const universities = new Set(
    (directory.data?.organisations ?? []).filter(({ kind }) => kind === 'university').map(({ id }) => id),
  );
  const found =
    own === undefined
      ? all.data
          ?.filter(({ organisation }) => universities.has(organisation))
          .map((agreement) => ({ ...agreement, programme: programme?.id ?? '' }))
      : directory.data?.agreements.filter(
          ({ organisation, programme: of }) =>
            organisation === own && (programme === undefined || of === programme.id),
        );
  return found?.filter((one) => ['running', 'soon'].includes(standingOf(one, todayHere())));
}
