import type { Audit } from '@lotse/audit';
import { createErasures, type Erasures } from './erasure/erasures';
import { createExports, type Exports } from './export/exports';
import { createHolds, type Holds } from './holds/holds';
import type { PrivacyParts } from './privacy-parts';
import { createRetention, type Retention } from './retention/retention';

/** Data protection as one application service: what a person may ask for, and what nobody needs to ask for. */
export interface Privacy extends Exports {
  readonly erasures: Erasures;
  readonly holds: Holds;
  readonly retention: Retention;
  /** Whether the running work reaches the person at all. */
  reaches(person: string): Promise<boolean>;
}

/** Composes the service from its ports. */
export function createPrivacy(
  parts: PrivacyParts & { readonly audit: Pick<Audit, 'append' | 'seal' | 'olderThan' | 'cut'> },
): Privacy {
  const erasures = createErasures(parts);
  return {
    ...createExports(parts),
    erasures,
    holds: createHolds(parts),
    retention: createRetention(parts, erasures),
    reaches: (person) => parts.stores.subjects.reaches(person),
  };
}
