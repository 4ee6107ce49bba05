import { MEMBER_COLUMNS } from './known.sql';

/**
 * Companies, their sites, and what companies say of the future. A placement counts once the company agreed to it, unless
 * it was cancelled, or the candidate withdrew after it was reserved and before it started or ended (rule 12).
 * The last intention or engagement is the one of the youngest day; on one day the line accepted last decides.
 */
export const COMPANIES_SQL = `
  counted_placement AS (
    SELECT r.journey_id, r.placement, r.data->>'company' AS company, r.data->>'site' AS site
    FROM f r
    WHERE r.kind = 'reserve-placement'
      AND EXISTS (SELECT FROM f a WHERE a.kind = 'agree-placement'
        AND a.journey_id = r.journey_id AND a.placement = r.placement)
      AND NOT EXISTS (SELECT FROM f c WHERE c.kind = 'cancel-placement'
        AND c.journey_id = r.journey_id AND c.placement = r.placement)
      AND NOT EXISTS (SELECT FROM f w WHERE w.kind = 'withdraw' AND w.journey_id = r.journey_id
        AND (w.happened_on, w.seq) > (r.happened_on, r.seq)
        AND NOT EXISTS (SELECT FROM f s WHERE s.kind IN ('start-internship', 'end-placement')
          AND s.journey_id = r.journey_id AND s.placement = r.placement
          AND (s.happened_on, s.seq) < (w.happened_on, w.seq)))
  ),
  placement_fact AS (
    SELECT p.company, p.site, f.journey_id, f.version
    FROM counted_placement p JOIN f ON f.journey_id = p.journey_id AND f.placement = p.placement
    WHERE f.kind IN ('reserve-placement', 'agree-placement', 'sign-agreement')
  ),
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
  companies (${MEMBER_COLUMNS}) AS (
    SELECT 'companies', company, NULL::text, NULL::numeric, 'fact', journey_id, version FROM placement_fact
  ),
  sites (${MEMBER_COLUMNS}) AS (
    SELECT 'sites', site, NULL::text, NULL::numeric, 'fact', journey_id, version FROM placement_fact
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
