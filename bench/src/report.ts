import type { Load } from './measure/closed-loop';
import { goalsOf, loadAt, type Goal, type Results } from './results';

/** Above this many busy cores of others, a missed goal says little. */
const QUIET = 0.25;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const rate = (load: Load): string => load.perSecond.toFixed(0);
const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const ratio = (a: number, b: number): string => (a / b).toFixed(2);

function loads({ limitFirst, limitLast, naive, door, driven }: Results): string {
  const limit = (clients: number): number =>
    (loadAt(limitFirst, clients).perSecond + loadAt(limitLast, clients).perSecond) / 2;
  const row = (what: string, load: Load, peer: Load): string[] => [
    what,
    String(load.clients),
    rate(load),
    ms(load.p50),
    ms(load.p95),
    ratio(load.perSecond, peer.perSecond),
    ratio(load.p50, peer.p50),
    ratio(load.perSecond, limit(load.clients)),
  ];
  return table(
    [
      'what',
      'clients',
      'commands/s',
      'p50 ms',
      'p95 ms',
      'commands/s of naive',
      'p50 of naive',
      'of the limit',
    ],
    [
      ...limitFirst.map((load) => row('limit, first', load, loadAt(naive, load.clients))),
      ...naive.map((load) => row('naive pick', load, load)),
      ...door.map((load) => row('Lotse, the door', load, loadAt(naive, load.clients))),
      row('Lotse, workflows awake on the same cores', driven, loadAt(naive, driven.clients)),
      ...limitLast.map((load) => row('limit, last', load, loadAt(naive, load.clients))),
    ],
  );
}

/** The whole result as Markdown, for the terminal and for the page in docs. */
export function report(results: Results): string {
  const { conditions, awake, drivenLag, drivenPending, drainMs, bySitting, byCommand } = results;
  const noisy = conditions.others > QUIET;
  const verdict = ({ met, aim }: Goal): string => {
    if (met) return 'met';
    if (aim) return 'not reached; an aim, held to nothing';
    return noisy ? 'missed, on a busy machine' : 'missed';
  };
  const cost = ({ events, runs, timers, bytes }: typeof bySitting): string[] => [
    String(events),
    String(runs),
    String(timers),
    (bytes / 1024).toFixed(1),
  ];
  return [
    '## Goals',
    table(
      ['goal', 'wanted', 'measured', ''],
      goalsOf(results).map((each) => [each.what, each.goal, each.measured, verdict(each)]),
    ),
    '## Conditions',
    `${conditions.on} · ${conditions.machine} · Node ${conditions.node} · PostgreSQL ${conditions.postgres} (embedded, fsync on, as Lotse starts it).`,
    `Other processes kept ${conditions.others.toFixed(2)} cores busy on average${noisy ? `: more than ${QUIET}, so run it again alone before you believe a figure` : ''}.`,
    '## Commands through HTTP',
    loads(results),
    '## Workflows',
    table(
      ['what', 'p50 ms', 'p95 ms', 'most ms'],
      [
        ['commit to workflow awake at 10 commands/s', ms(awake.p50), ms(awake.p95), ms(awake.max)],
        ['the same at full load of 16 clients', ms(drivenLag.p50), ms(drivenLag.p95), ms(drivenLag.max)],
      ],
    ),
    `At the end of the full load ${drivenPending} wakes waited; all workflows had caught up ${(drainMs / 1000).toFixed(1)} s later.`,
    table(
      [
        `a journey of ${results.commandsOfJourney} commands through 8 stages`,
        'events',
        'runs',
        'timers',
        'KiB of history',
      ],
      [
        ['eight sittings of people, each seen before the next', ...cost(bySitting)],
        ['every command seen before the next', ...cost(byCommand)],
      ],
    ),
    `The eight sittings by kind: ${Object.entries(bySitting.kinds)
      .sort(([, a], [, b]) => b - a)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}.`,
    '## Processes',
    table(
      ['what', ''],
      [
        ['replay of 500 events, ms', ms(results.replayMs)],
        [
          'processor time of all processes per command at 10 commands/s, workflows awake, ms',
          ms(results.cpuMsAtTen),
        ],
        ['the same at full load until all have caught up, ms', ms(results.cpuMsAtFull)],
        [
          'first start to api and worker ready, empty data folder, s',
          (results.firstStartMs / 1000).toFixed(1),
        ],
        ['cold start to api and worker ready, data in place, s', (results.coldStartMs / 1000).toFixed(1)],
        ...results.memory.map(({ name, mib }) => [`memory of ${name} after the load, MiB`, mib.toFixed(0)]),
      ],
    ),
  ].join('\n\n');
}

/** The page docs/benchmarks.md. */
export const page = (results: Results): string =>
  `# Benchmarks

Written by \`npm run bench -- --write\`. Read the ratios: absolute figures are those of one machine on one day.

The naive pick is what most would build instead: the same NestJS, Express, TypeORM, pg and pool, one row with a status that is
locked, checked, saved, and one inserted event a command. It keeps no rule but the order of stages, encrypts nothing, asks for no
token, knows no repeated command and has no workflow. Both take the same ten commands a journey from the same driver on the same
machine, one after the other in turns. The limit is the barest transition as one prepared statement and one commit, without HTTP.
"The door" is api and PostgreSQL alone, as the naive pick is, while the wakes wait; the line below it has the worker and the Temporal
server carry every workflow on the same cores.

${report(results)}

"Commit to workflow awake" runs from the decision that a fact carries to the moment the workflow had as its own when it read that
version. "Sittings" gives the commands between two moves of the stage at once, as a person does who keeps the record. Memory is the
proportional set size, so pages that processes share count once.
`;
