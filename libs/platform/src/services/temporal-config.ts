import { join } from 'node:path';
import { writeAtomically } from './atomic-file';
import { STUCK_AFTER_FAILURES } from '../temporal/stuck-journeys';
import { postgresAddress } from './postgres-address';

/** The ports a server listens on, all on 127.0.0.1; the membership ports go into a smallint column. */
export const temporalPortNames = [
  'temporalFrontend',
  'temporalFrontendMembership',
  'temporalHistory',
  'temporalHistoryMembership',
  'temporalMatching',
  'temporalMatchingMembership',
  'temporalWorker',
  'temporalWorkerMembership',
] as const;

export type TemporalPorts = Record<(typeof temporalPortNames)[number], number>;

/** Number of history shards: fixed for the life of the databases, never to be changed. */
const historyShards = 4;

/** Writes the server's configuration files into `folder`, mode 0600, and returns the path of the main one. */
export function writeTemporalConfig(
  folder: string,
  databaseUrl: string,
  ports: TemporalPorts,
  timeSkipping: boolean,
): string {
  const dynamicFile = join(folder, 'dynamic.yaml');
  const file = join(folder, 'server.yaml');
  // JSON is YAML: no library is needed to write it, and nothing in it needs to be quoted by hand.
  writeAtomically(dynamicFile, JSON.stringify(dynamicSettings(timeSkipping), null, 2));
  writeAtomically(file, JSON.stringify(serverSettings(databaseUrl, ports, dynamicFile), null, 2));
  return file;
}

function serverSettings(databaseUrl: string, ports: TemporalPorts, dynamicFile: string): unknown {
  const rpc = (grpcPort: number, membershipPort: number) => ({
    rpc: { grpcPort, membershipPort, bindOnLocalHost: true },
  });
  const frontend = `127.0.0.1:${ports.temporalFrontend}`;
  return {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'default',
      visibilityStore: 'visibility',
      numHistoryShards: historyShards,
      datastores: {
        default: { sql: sqlSettings(databaseUrl, 'temporal', 20) },
        visibility: { sql: sqlSettings(databaseUrl, 'temporal_visibility', 8) },
      },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' }, pprof: { port: 0 } },
    services: {
      frontend: rpc(ports.temporalFrontend, ports.temporalFrontendMembership),
      history: rpc(ports.temporalHistory, ports.temporalHistoryMembership),
      matching: rpc(ports.temporalMatching, ports.temporalMatchingMembership),
      worker: rpc(ports.temporalWorker, ports.temporalWorkerMembership),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: frontend },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    publicClient: { hostPort: frontend },
    dynamicConfigClient: { filepath: dynamicFile, pollInterval: '10s' },
  };
}

function sqlSettings(databaseUrl: string, databaseName: string, connections: number): unknown {
  const { host, port, user, password, tls, verifyHost } = postgresAddress(databaseUrl);
  return {
    pluginName: 'postgres12',
    databaseName,
    connectAddr: `${host}:${port}`,
    connectProtocol: 'tcp',
    user,
    password,
    maxConns: connections,
    maxIdleConns: connections,
    maxConnLifetime: '1h',
    ...(tls ? { tls: { enabled: true, enableHostVerification: verifyHost } } : {}),
  };
}

function dynamicSettings(timeSkipping: boolean): unknown {
  const settings: Record<string, unknown> = {
    // One worker polls one queue here: more partitions would only add forwarding between them.
    'matching.numTaskqueueReadPartitions': 1,
    'matching.numTaskqueueWritePartitions': 1,
    // New search attributes are usable at once, not after the caches' next turn.
    'system.forceSearchAttributesCacheRefreshOnRead': true,
    'system.namespaceCacheRefreshInterval': '1s',
    // Journeys whose workflow task keeps failing are marked in time for `lotse journey stuck`.
    'system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute': STUCK_AFTER_FAILURES,
  };
  if (timeSkipping) {
    settings['frontend.WorkflowTimeSkippingEnabled'] = true;
    settings['history.timerProcessorMaxTimeShift'] = '10ms';
  }
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, [{ value, constraints: {} }]]),
  );
}
