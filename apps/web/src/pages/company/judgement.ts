import { queryOptions } from '@tanstack/react-query';
import { ApiProblem, type Unmet } from '../../api/problem';
import type { Journey, Role } from '../../api/types';
import { previewCommand } from '../../live/commands';
import { newId } from '../../live/drafts';

export interface Asked {
  readonly journey: Journey;
  readonly command: string;
  readonly by: { readonly role: Role; readonly organisation?: string };
  readonly data: Readonly<Record<string, string>>;
  /** False while the question makes no sense yet. */
  readonly wanted: boolean;
}

/** What would stand in the way of a command today; nothing is kept. */
export const judgementQuery = ({ journey: { id, version, today }, command, by, data, wanted }: Asked) =>
  queryOptions({
    queryKey: ['journey', id, 'judgement', command, version, data],
    queryFn: async (): Promise<readonly Unmet[]> => {
      try {
        await previewCommand({ id: newId(), journey: id, command, happenedOn: today, by, data });
        return [];
      } catch (error) {
        if (error instanceof ApiProblem && error.details.unmet.length > 0) return error.details.unmet;
        throw error;
      }
    },
    enabled: wanted,
  });
