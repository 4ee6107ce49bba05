import { hasCode } from '../../api/problem';
import { SecondFactorForm } from '../../session/second-factor-form';
import { ProblemNote } from '../../shared/states';

interface Props {
  readonly error: unknown;
  readonly factors: readonly string[];
  /** Does what was refused once more. */
  readonly again: () => void;
}

/** Why something was not done; where a fresh second factor is missing, the form for it, and then the same again. */
export const ProofAsked = ({ error, factors, again }: Props) => (
  <>
    <ProblemNote error={error} />
    {hasCode(error, 'step-up-needed') ? (
      <SecondFactorForm factors={factors} way="again" onDone={again} />
    ) : null}
  </>
);
