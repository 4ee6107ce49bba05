import { MEMBER_COLUMNS } from './known.sql';

/** Companies and sites by the facts of placements; others say of a company whether it has such a placement (`counted_placement`). */
const PLACEMENTS_SQL = `
  placement_state AS (
    SELECT journey_id, min(data->>'company') FILTER (WHERE kind = 'reserve-placement') AS company,
      min(data->>'site') FILTER (WHERE kind = 'reserve-placement') AS site,
      min(withdrawn_at) FILTER (WHERE kind = 'reserve-placement') AS withdrawn_at,
      min(place) FILTER (WHERE kind IN ('start-internship', 'end-placement')) AS under_way_at,
      bool_or(kind = 'agree-placement') AS is_agreed, bool_or(kind = 'cancel-placement') AS is_cancelled,
      array_agg(version) FILTER (WHERE kind IN ('reserve-placement', 'agree-placement', 'sign-agreement')) AS versions
    FROM f
    WHERE kind IN ('reserve-placement', 'agree-placement', 'sign-agreement', 'cancel-placement', 'start-internship',
      'end-placement')
    GROUP BY journey_id, placement
  ),
  counted_placement AS (
    SELECT journey_id, company, site, versions FROM placement_state
    WHERE company IS NOT NULL AND is_agreed AND NOT is_cancelled
      AND (withdrawn_at IS NULL OR coalesce(under_way_at < withdrawn_at, false))
  ),
  placement_fact AS (
    SELECT company, site, journey_id, version FROM counted_placement CROSS JOIN LATERAL unnest(versions) AS version
  ),
  companies (${MEMBER_COLUMNS}) AS (
    SELECT 'companies', company, NULL::text, NULL::numeric, 'fact', journey_id, version FROM placement_fact
  ),
  sites (${MEMBER_COLUMNS}) AS (
    SELECT 'sites', site, NULL::text, NULL::numeric, 'fact', journey_id, version FROM placement_fact
  )`;

/** What companies and partners say of themselves, given `counted_placement`. */
export const ENGAGEMENTS_SQL = `
  last_intention AS (
    SELECT DISTINCT ON (of_organisation) of_organisation AS company, id, version, body->>'intends' AS intends
    FROM line WHERE type = 'intention' AND (body->>'on')::date <= $2::date
    ORDER BY of_organisation, body->>'on' DESC, accepted_at DESC, id COLLATE "C" DESC
  ),
  last_engagement AS (
    SELECT DISTINCT ON (of_organisation) of_organisation, line.id, version, body->>'status' AS status,
      organisation.kind
    FROM line JOIN organisation ON organisation.id = of_organisation
    WHERE type = 'engagement' AND (body->>'on')::date <= $2::date
    ORDER BY of_organisation, body->>'on' DESC, accepted_at DESC, line.id COLLATE "C" DESC
  ),
  companies_intending_takeover (${MEMBER_COLUMNS}) AS (
    SELECT 'companiesIntendingTakeover', company, NULL::text, NULL::numeric, 'intention', id, version
    FROM last_intention WHERE intends = 'takeover' AND company IN (SELECT company FROM counted_placement)
  ),
  prospect AS (
    SELECT of_organisation, id, version, status FROM last_engagement
    WHERE kind = 'company' AND of_organisation NOT IN (SELECT company FROM counted_placement)
  ),
  companies_committed (${MEMBER_COLUMNS}) AS (
    SELECT 'companiesCommitted', of_organisation, NULL::text, NULL::numeric, 'engagement', id, version
    FROM prospect WHERE status = 'committed'
  ),
  companies_interested (${MEMBER_COLUMNS}) AS (
    SELECT 'companiesInterested', of_organisation, NULL::text, NULL::numeric, 'engagement', id, version
    FROM prospect WHERE status = 'interested'
  ),
  partners (${MEMBER_COLUMNS}) AS (
    SELECT 'partners', CASE kind WHEN 'university' THEN 'universities' ELSE of_organisation END, kind,
      NULL::numeric, 'engagement', id, version
    FROM last_engagement WHERE status = 'partner'
  )`;

/**
 * Companies, their sites, and what companies say of the future. A placement counts once the company agreed to it, unless
 * it was cancelled, or the candidate withdrew after it was reserved and before it started or ended (rule 12).
 * The last intention or engagement is the one of the youngest day; on one day the line accepted last decides.
 */
export const COMPANIES_SQL = `${PLACEMENTS_SQL},${ENGAGEMENTS_SQL}`;
