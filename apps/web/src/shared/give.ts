import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Role } from '../api/types';
import type { GivenCommand } from '../live/commands';
import { giveOrKeep } from '../live/outbox';
import { tell } from './notices';

/** As whom a form is filled in: an account, or the holder of a link. */
export interface Giver {
  readonly account: string;
  readonly role: Role;
  readonly organisation?: string;
}

export type Done = (how: 'given' | 'kept') => void;

/** Gives a command or keeps it for later, says which, and looks at everything again. */
export function useGive(onDone: Done): UseMutationResult<'given' | 'kept', Error, GivenCommand> {
  const { t } = useTranslation('common');
  const client = useQueryClient();
  return useMutation({
    mutationFn: giveOrKeep,
    onSuccess: (how) => {
      tell(t(how === 'given' ? 'form.given' : 'form.keptForLater'));
      onDone(how);
      // Not waited for: without a network it would never end.
      void client.invalidateQueries();
    },
  });
}
