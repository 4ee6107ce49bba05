export type { AuditEntrance, AuditEntry, AuditPort } from './audit-entry';
export type { AuditFilter, AuditStore } from './audit-store.port';
export { auditText, networkOf } from './audit-text';
export {
  chainHash,
  GENESIS,
  verifyChain,
  type Anchor,
  type AuditLink,
  type ChainFault,
  type ChainReport,
  type Noted,
} from './chain';
export { createAudit, type Audit, type AuditRow } from './create-audit';
