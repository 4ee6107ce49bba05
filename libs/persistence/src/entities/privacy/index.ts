import { ErasureEntity } from './erasure.entity';
import { LegalHoldEntity } from './legal-hold.entity';
import { RetentionPeriodEntity } from './retention-period.entity';

/** Tables of data protection. */
export const privacyEntities = [ErasureEntity, LegalHoldEntity, RetentionPeriodEntity];
