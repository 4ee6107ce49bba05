import { AsyncLocalStorage } from 'node:async_hooks';
import type { RowScope } from '@lotse/policy';

const scopes = new AsyncLocalStorage<RowScope>();

/**
 * Runs `work`, and all that it awaits, in a scope: every transaction it opens reaches the rows of that scope alone. An inner
 * call replaces the outer scope for its own work. Outside any call no rows are there at all (row-level security).
 */
export const runWithScope = <T>(scope: RowScope, work: () => T): T => scopes.run(scope, work);

/** The scope that the running work was given; undefined outside `runWithScope`. */
export const currentScope = (): RowScope | undefined => scopes.getStore();

/** The scope as PostgreSQL gets it: compact, so that "everything" is always the same text. */
export const scopeText = (scope: RowScope): string => (scope.all ? '{"all":true}' : JSON.stringify(scope));
