import { MEMBER_COLUMNS } from './known.sql';

/**
 * Person sets. A decision is the person's last one, over all journeys in the programme: re-entry counts once (rule 13).
 * `withdraw` ends the commitment and every contract that was not signed by both before it (rule 12).
 */
export const PEOPLE_SQL = `
  last_selection AS (
    SELECT DISTINCT ON (person) person, journey_id, version, data->>'outcome' AS outcome
    FROM f WHERE kind = 'decide-selection'
    ORDER BY person, happened_on DESC, seq DESC, journey_id COLLATE "C" DESC
  ),
  last_commitment AS (
    SELECT DISTINCT ON (person) person, journey_id, version, kind
    FROM f WHERE kind IN ('sign-commitment', 'withdraw-commitment', 'withdraw')
    ORDER BY person, happened_on DESC, seq DESC, journey_id COLLATE "C" DESC
  ),
  prepared AS (
    SELECT p.person, p.journey_id, p.version
    FROM f p
    WHERE p.kind = 'prepare-contract'
      AND NOT EXISTS (SELECT FROM f x WHERE x.kind IN ('retract-contract', 'decline-contract')
        AND x.journey_id = p.journey_id AND x.contract = p.contract)
      AND NOT EXISTS (SELECT FROM f w WHERE w.kind = 'withdraw' AND w.journey_id = p.journey_id
        AND (w.happened_on, w.seq) > (p.happened_on, p.seq)
        AND 2 > (SELECT count(DISTINCT s.data->>'party') FROM f s
          WHERE s.kind = 'sign-contract' AND s.journey_id = p.journey_id AND s.contract = p.contract
            AND (s.happened_on, s.seq) < (w.happened_on, w.seq)))
  ),
  last_recommendation AS (
    SELECT DISTINCT ON (journey_id, placement) person, journey_id, version,
      (data->>'recommended')::boolean AS recommended
    FROM f WHERE kind = 'recommend'
    ORDER BY journey_id, placement, happened_on DESC, seq DESC
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
    FROM (SELECT * FROM recommendation UNION ALL SELECT * FROM prepared) both_sets
    WHERE person IN (SELECT person FROM recommendation) AND person IN (SELECT person FROM prepared)
  )`;
