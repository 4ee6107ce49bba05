export { ConfigError, type ConfigProblem } from './config/config-error';
export {
  givenIn,
  loadConfig,
  type ApiConfig,
  type CliConfig,
  type Config,
  type WorkerConfig,
} from './config/load-config';
export type { ProcessKind } from './config/specs';
export { KeyError, type KeyErrorCode } from './keys/key-error';
export { createKeyring, type JsonValue, type Keyring } from './keys/keyring';
export { mustOpen } from './keys/must-open';
export {
  addMasterKey,
  createMasterKey,
  masterKeyText,
  parseMasterKey,
  readMasterKey,
  type MasterKey,
} from './keys/master-key';
export { createErrorLogger, createLogger, type Logger, type LoggerOptions } from './logging/logger';
export { nestLogger } from './logging/nest-logger';
export { errorCode, isError, safeError, type SafeError } from './logging/safe-error';
export { temporalLogger } from './logging/temporal-logger';
export { untilItSucceeds, waitAfter, type BackOff } from './temporal/back-off';
export { bundleWorkflows, loadWorkflowBundle } from './temporal/bundle-workflows';
export { connectTemporal, connectWorker, type TemporalConfig } from './temporal/connect';
export { dataConverter } from './temporal/data-converter';
export { createExclusively, readIfPresent, writeAtomically } from './services/atomic-file';
export {
  findServices,
  type FoundServices,
  type RunningService,
  type ServiceAddresses,
} from './services/find-services';
export { openServices, type OpenServicesOptions } from './services/open-services';
export { ServiceError, type ServiceErrorCode } from './services/service-error';
export type { Services } from './services/services';
export type { SupervisorCommand } from './services/supervisor-client';
export type { ChildSpec, Readiness, ServicesPurpose } from './services/supervisor-protocol';
export { prepareTemporal } from './services/temporal-service';
export { temporalVersion } from './services/temporal-version';
export { createJourneyWorker, type JourneyWorkerOptions } from './temporal/journey-worker';
export { pollersOf, type Poller } from './temporal/pollers';
export { createTemporalHistories, type TemporalHistories } from './temporal/temporal-histories';
export { startDelivery } from './temporal/start-delivery';
export { lookAtTemporal, type TemporalLook } from './temporal/look-at-temporal';
export { installTemporalRuntime } from './temporal/runtime';
export { restartStuckJourney, stuckJourneys, type StuckJourney } from './temporal/stuck-journeys';
export { PhaseUnknownError, wakeJourney, type JourneyToWake } from './temporal/wake-journey';
export type { DatabaseReport } from './services/inspect-database';
export { inspectServices, type ServicesReport } from './services/inspect-services';
export type { PollerReport, TemporalReport } from './services/inspect-temporal';
export type { SearchAttributeState } from './services/search-attributes';
export { findTemporal, provideTemporal, type TemporalBinaries } from './services/temporal-binaries';
