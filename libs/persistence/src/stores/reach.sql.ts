import type { Reach } from '@lotse/policy';

/**
 * Journeys `j` that a reach lets in; all of them when the parameter is null. The application's own net, beside row-level security.
 * @param parameter such as `$9`
 */
export const inReach = (parameter: string, j: string): string => {
  const reach = (part: keyof Reach): string => `${parameter}::jsonb -> '${part}'`;
  return `(${parameter}::jsonb IS NULL
    OR ${reach('programmes')} ? ${j}.programme OR ${reach('persons')} ? ${j}.person
    OR ${reach('organisations')} ? ${j}.university OR ${reach('organisations')} ?| ${j}.companies
    OR ${reach('organisations')} ? (${j}.snapshot ->> 'municipality')
    OR ${reach('references')} ?| ${j}.assigned OR ${reach('journeys')} ? ${j}.id
    OR (${reach('undecided')} ? ${j}.programme
      AND coalesce(${j}.snapshot ->> 'selection', 'waiting-list') = 'waiting-list'))`;
};

/**
 * The company or mentor that a journey is with now: of the last placement or contract that stands. Tasks of a journey that went on
 * to another company are no business of the first one.
 */
export const isPresentParty = (parameter: string, j: string): string => {
  const of = (part: keyof Reach): string => `${parameter}::jsonb -> '${part}'`;
  return `(${parameter}::jsonb IS NULL
    OR NOT (${of('organisations')} ?| ${j}.companies OR ${of('references')} ?| ${j}.assigned)
    OR EXISTS (SELECT FROM (
        SELECT p.value ->> 'company' AS company, p.value ->> 'mentor' AS mentor
        FROM jsonb_each(${j}.snapshot -> 'placements') p WHERE p.value ->> 'cancelledOn' IS NULL
        ORDER BY p.value ->> 'reservedOn' DESC, p.key DESC LIMIT 1) last
      WHERE ${of('organisations')} ? last.company OR ${of('references')} ? last.mentor)
    OR EXISTS (SELECT FROM (
        SELECT c.value ->> 'company' AS company FROM jsonb_each(${j}.snapshot -> 'contracts') c
        WHERE coalesce(c.value ->> 'declinedOn', c.value ->> 'retractedOn', c.value ->> 'withdrawnOn') IS NULL
        ORDER BY c.value ->> 'preparedOn' DESC, c.key DESC LIMIT 1) last
      WHERE ${of('organisations')} ? last.company))`;
};

/** As a parameter: null lets everything in. */
export const reachValue = (reach: Reach | undefined): string | null =>
  reach === undefined ? null : JSON.stringify(reach);
