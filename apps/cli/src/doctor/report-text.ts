import type { ServicesReport } from '@lotse/platform';
import { table } from '../output/table';
import type { Complaint } from './complaints';
import type { Health } from './health';

type Row = readonly [what: string, how: string, detail: string];

const gigabytes = (bytes: number): string => `${(bytes / 1_000_000_000).toFixed(1)} GB`;

/** What doctor found, for people; complaints at the end. */
export function reportText(
  report: ServicesReport,
  health: readonly Health[],
  complaints: readonly Complaint[],
): string {
  const rows: Row[] = [
    ['Node', report.node, process.execPath],
    [
      'PostgreSQL programs',
      programText(report.postgres),
      report.postgres.location ?? report.postgres.problem ?? '',
    ],
    [
      'Temporal programs',
      programText(report.temporal),
      report.temporal.location ?? report.temporal.problem ?? '',
    ],
    ['Data folder', holderText(report), report.home],
    ['Database files', '', report.dataFolder ?? 'none yet'],
    ['Disk', `${gigabytes(report.disk.free)} free`, `of ${gigabytes(report.disk.total)}`],
    databaseRow(report),
    ...temporalRows(report),
    ...report.services.map(({ name, pid, port, version }): Row => {
      const ready = health.find((answer) => answer.name === name)?.ready;
      const state = ready === undefined ? 'runs' : ready ? 'ready' : 'NOT READY';
      return [
        `Process ${name}`,
        state,
        `pid ${pid}${port === undefined ? '' : `, port ${port}`} ${version ?? ''}`,
      ];
    }),
  ];
  const end =
    complaints.length === 0
      ? '\nNothing is wrong.\n'
      : `\n${complaints.map(({ code, message }) => `${code}: ${message}`).join('\n')}\n`;
  return table(['what', 'state', 'detail'], rows) + end;
}

const programText = ({ source, version }: ServicesReport['postgres']): string =>
  version === undefined ? source : `${version} (${source})`;

const holderText = ({ holder }: ServicesReport): string =>
  holder === undefined ? 'nothing runs' : `${holder.state} (${holder.purpose}, pid ${holder.pid})`;

function databaseRow({ database }: ServicesReport): Row {
  if (database === undefined) return ['Database', 'not running', 'start with: lotse up'];
  const { host, port, version, checksums, problem } = database;
  const place = `${host}:${port}/${database.database}`;
  return version === undefined
    ? ['Database', 'NOT REACHABLE', `${place}: ${problem ?? ''}`]
    : ['Database', version, `${place}, checksums ${checksums === true ? 'on' : 'OFF'}`];
}

function temporalRows({ temporalServer }: ServicesReport): Row[] {
  if (temporalServer === undefined) return [['Temporal', 'not running', 'start with: lotse up']];
  const { address, namespace, version, pollers, taskQueue, problem } = temporalServer;
  if (version === undefined) return [['Temporal', 'NOT REACHABLE', `${address}: ${problem ?? ''}`]];
  return [
    ['Temporal', version, `${address}, namespace ${namespace}`],
    ...(pollers.length === 0 ? [['Poller', 'NONE', `task queue ${taskQueue}`] as const] : []),
    ...pollers.map(({ identity, lastSeen, polling }): Row => [
      'Poller',
      polling ? 'polling' : 'gone',
      `${identity}, last seen ${lastSeen}`,
    ]),
  ];
}
