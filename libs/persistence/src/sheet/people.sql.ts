import { MEMBER_COLUMNS } from './known.sql';

/**
 * Person sets. A decision is the person's last one, over all journeys in the programme: re-entry counts once (rule 13).
 * `withdraw` ends the commitment and every contract that was not signed by both before it (rule 12).
 */
export const PEOPLE_SQL = `
  last_selection AS (
    SELECT DISTINCT ON (person) person, journey_id, version, data->>'outcome' AS outcome
    FROM f WHERE kind = 'decide-selection'
    ORDER BY person, place DESC, journey_id COLLATE "C" DESC
  ),
  last_commitment AS (
    SELECT DISTINCT ON (person) person, journey_id, version, kind
    FROM f WHERE kind IN ('sign-commitment', 'withdraw-commitment', 'withdraw')
    ORDER BY person, place DESC, journey_id COLLATE "C" DESC
  ),
  contract_state AS (
    SELECT journey_id, min(person) AS person, min(version) FILTER (WHERE kind = 'prepare-contract') AS version,
      min(withdrawn_at) FILTER (WHERE kind = 'prepare-contract') AS withdrawn_at,
      min(place) FILTER (WHERE data->>'party' = 'company') AS company_signed_at,
      min(place) FILTER (WHERE data->>'party' = 'candidate') AS candidate_signed_at,
      bool_or(kind IN ('retract-contract', 'decline-contract')) AS is_off
    FROM f WHERE kind IN ('prepare-contract', 'sign-contract', 'retract-contract', 'decline-contract')
    GROUP BY journey_id, contract
  ),
  prepared AS (
    SELECT person, journey_id, version FROM contract_state
    WHERE version IS NOT NULL AND NOT is_off AND (withdrawn_at IS NULL
      OR coalesce(company_signed_at < withdrawn_at AND candidate_signed_at < withdrawn_at, false))
  ),
  last_recommendation AS (
    SELECT DISTINCT ON (journey_id, placement) person, journey_id, version,
      (data->>'recommended')::boolean AS recommended
    FROM f WHERE kind = 'recommend'
    ORDER BY journey_id, placement, place DESC
  ),
  recommendation AS (SELECT person, journey_id, version FROM last_recommendation WHERE recommended),
  students (${MEMBER_COLUMNS}) AS (
    SELECT 'students', person, NULL::text, NULL::numeric, 'fact', journey_id, version
    FROM last_selection WHERE outcome = 'selected'
  ),
  commitments_signed (${MEMBER_COLUMNS}) AS (
    SELECT 'commitmentsSigned', person, NULL::text, NULL::numeric, 'fact', journey_id, version
    FROM last_commitment WHERE kind = 'sign-commitment'
  ),
  contracts_prepared (${MEMBER_COLUMNS}) AS (
    SELECT 'contractsPrepared', person, NULL::text, NULL::numeric, 'fact', journey_id, version FROM prepared
  ),
  recommended (${MEMBER_COLUMNS}) AS (
    SELECT 'recommended', person, NULL::text, NULL::numeric, 'fact', journey_id, version FROM recommendation
  ),
  recommended_and_contract_prepared (${MEMBER_COLUMNS}) AS (
    SELECT 'recommendedAndContractPrepared', person, NULL::text, NULL::numeric, 'fact', journey_id, version
    FROM (
      SELECT *, count(*) FILTER (WHERE is_contract) OVER (PARTITION BY person) AS contracts,
        count(*) FILTER (WHERE NOT is_contract) OVER (PARTITION BY person) AS recommendations
      FROM (SELECT *, false AS is_contract FROM recommendation UNION ALL SELECT *, true FROM prepared) either
    ) both_sets
    WHERE contracts > 0 AND recommendations > 0
  )`;
