import { SEARCH_ATTRIBUTES } from '@lotse/contracts';
import type { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { ServiceError, reasonOf } from './service-error';

const { IndexedValueType } = temporal.api.enums.v1;
const prefix = 'INDEXED_VALUE_TYPE_';

/** How one search attribute of the journeys stands on a server. */
export interface SearchAttributeState {
  readonly name: string;
  /** Type the journeys need, as `KEYWORD_LIST`. */
  readonly expected: string;
  /** Type it is registered with; undefined where it is not. */
  readonly found: string | undefined;
}

/** Compares what is registered with what the journeys need. Changes nothing. */
export async function searchAttributeStates(
  connection: Connection,
  namespace: string,
): Promise<SearchAttributeState[]> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  return SEARCH_ATTRIBUTES.map(({ name, type }) => ({
    name,
    expected: type,
    found: typeName(customAttributes?.[name]),
  }));
}

/**
 * Registers the search attributes that are missing and resolves when queries may use them. A name that is registered
 * with another type is an error: the server would ignore a second registration without a word.
 */
export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const states = await searchAttributeStates(connection, namespace);
  refuseWrongTypes(states, namespace);
  const missing = states.filter((state) => state.found === undefined);
  if (missing.length === 0) return;
  const searchAttributes = Object.fromEntries(missing.map(({ name, expected }) => [name, valueOf(expected)]));
  try {
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  } catch (error) {
    // Two starts at once may both register; what counts is what stands there afterwards.
    const after = await searchAttributeStates(connection, namespace);
    refuseWrongTypes(after, namespace);
    if (after.some((state) => state.found === undefined)) throw registrationFailed(namespace, error);
  }
  await untilUsable(connection, namespace);
}

async function untilUsable(connection: Connection, namespace: string): Promise<void> {
  const query = SEARCH_ATTRIBUTES.map(({ name }) => `${name} is null`).join(' or ');
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      await connection.workflowService.countWorkflowExecutions({ namespace, query });
      return;
    } catch (error) {
      if (Date.now() > end) throw registrationFailed(namespace, error);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function refuseWrongTypes(states: readonly SearchAttributeState[], namespace: string): void {
  const wrong = states.filter((state) => state.found !== undefined && state.found !== state.expected);
  if (wrong.length === 0) return;
  const list = wrong
    .map(({ name, found, expected }) => `${name} is ${found}, needed is ${expected}`)
    .join('; ');
  throw new ServiceError(
    'search-attribute-type',
    `Search attributes of namespace ${namespace} have another type than Lotse needs: ${list}.`,
    'Remove or rename them there, or use another namespace.',
  );
}

function registrationFailed(namespace: string, error: unknown): ServiceError {
  const message = `The search attributes could not be registered in namespace ${namespace}: ${reasonOf(error)}.`;
  const remedy = 'Register them by hand or grant the right to do so.';
  return new ServiceError('search-attributes-failed', message, remedy, error);
}

/** The API's number for a type as `KEYWORD_LIST`. */
function valueOf(type: string): number {
  for (const value of Object.values(IndexedValueType)) {
    if (typeof value === 'number' && IndexedValueType[value] === prefix + type) return value;
  }
  throw new Error(`Temporal knows no search attribute type ${type}.`);
}

function typeName(value: number | null | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  return (IndexedValueType[value] ?? `type ${value}`).replace(prefix, '');
}
