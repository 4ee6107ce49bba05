import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { cohortQuery, type CohortLine } from '../api/cohort';
import { journeyQuery } from '../api/journey';
import type { Journey } from '../api/types';
import { useProgramme } from '../frame/programme';

export interface OwnJourney {
  readonly line: CohortLine;
  /** Absent until it is loaded. */
  readonly journey: Journey | undefined;
}

/** The journeys that an organisation takes part in, each with what it may see of it. */
export function useOwnJourneys(): {
  readonly query: UseQueryResult<readonly CohortLine[]>;
  readonly own: readonly OwnJourney[];
} {
  const programme = useProgramme();
  const query = useQuery(cohortQuery(programme?.id));
  const lines = query.data ?? [];
  const journeys = useQueries({ queries: lines.map(({ id }) => journeyQuery(id)) });
  return { query, own: lines.map((line, index) => ({ line, journey: journeys[index]?.data })) };
}
