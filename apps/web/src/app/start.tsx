import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { sessionQuery } from '../session/session';
import { menuFor } from '../frame/menu';
import { useMe } from '../session/session';
import { policyQuery } from '../session/session';

/** Where somebody begins: the first page of their menu, or the ways in. */
export function Start() {
  const { data: session, isPending } = useQuery(sessionQuery);
  const { data: policy } = useQuery({ ...policyQuery, enabled: session !== undefined && session !== null });
  const me = useMe();
  if (isPending) return null;
  if (session === null) return <Navigate to="/sign-in" replace />;
  if (session?.owesSecondFactor === true) return <Navigate to={'/account' as string} replace />;
  if (policy === undefined) return null;
  return <Navigate to={menuFor(me)[0]?.path ?? '/account'} replace />;
}
