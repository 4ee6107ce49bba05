import { ApiProblem } from '../api/problem';
import { RefusalGuide } from './refusal';
import { ProblemNote } from './states';

/** Why a command was not taken: as a guide where something is missing. */
export function GiveProblem({ error }: { readonly error: unknown }) {
  if (error === null) return null;
  if (error instanceof ApiProblem && error.details.unmet.length > 0)
    return <RefusalGuide unmet={error.details.unmet} />;
  return <ProblemNote error={error} />;
}
