import { fieldsProblem } from '../../problems/problem';
import type { SecondFactorRequest } from './sign-in.requests';

/** @throws Problem unless one second factor is given, and no other beside it */
export function exactlyOne({ totp, recoveryCode, passkey }: SecondFactorRequest): void {
  const given = [totp, recoveryCode, passkey].filter((one) => one !== undefined);
  if (given.length !== 1)
    throw fieldsProblem([{ field: 'totp', remedy: 'Give exactly one of totp, recoveryCode and passkey.' }]);
}
