import type { Refusal, RefusalCode, Unmet } from '../command';
import type { Fact } from '../fact';
import type { Role } from '../roles';

/** What became of a command: new facts, or every reason why not. */
export type Decision =
  { readonly ok: true; readonly facts: readonly Fact[] } | { readonly ok: false; readonly refusal: Refusal };

export const refuse = (code: RefusalCode, unmet: readonly Unmet[]): Decision => ({
  ok: false,
  refusal: { code, unmet },
});

/** A refusal for one reason. */
export const refuseFor = (code: RefusalCode, guard: string, who: readonly Role[], remedy: string): Decision =>
  refuse(code, [{ guard, who, remedy }]);
