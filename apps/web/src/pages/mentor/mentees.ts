import { useQueries, useQuery } from '@tanstack/react-query';
import { cohortQuery, type CohortLine } from '../../api/cohort';
import { journeyQuery } from '../../api/journey';
import type { Journey } from '../../api/types';
import { workOf, type Work } from './work';

export interface Mentee {
  readonly line: CohortLine;
  /** Absent while it loads. */
  readonly journey: Journey | undefined;
  readonly work: Work | undefined;
}

/** The people of a mentor with what there is to do for each, in the order of their names. */
export function useMentees(): {
  readonly query: ReturnType<typeof useLines>;
  readonly mentees: readonly Mentee[];
} {
  const query = useLines();
  const lines = [...(query.data ?? [])].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  const journeys = useQueries({ queries: lines.map(({ id }) => journeyQuery(id)) });
  const mentees = lines.map((line, index): Mentee => {
    const journey = journeys[index]?.data;
    return { line, journey, work: journey === undefined ? undefined : workOf(journey) };
  });
  return { query, mentees };
}

const useLines = () => useQuery(cohortQuery(undefined));
const nameOf = ({ name, id }: CohortLine): string =>
  name === undefined ? id : `${name.given} ${name.family}`;
