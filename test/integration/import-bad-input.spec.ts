import type { JsonObject } from '@lotse/domain';
import type { LineAnswer } from '@lotse/journeys';
import { openJourneysDatabase, type JourneysDatabase } from './journeys/journeys-database';
import {
  agree,
  command,
  consent,
  day,
  line,
  nominate,
  person,
  PROJECT,
  reserve,
  score,
} from './journeys/project';

const json = (...lines: readonly (JsonObject | string)[]): string =>
  lines.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n');
const outcome = ({ line: number, type, id, result, refusal }: LineAnswer) => [
  number,
  type,
  id,
  refusal?.code ?? result,
];

describe('a file with bad lines', () => {
  let database: JourneysDatabase;

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importObjects(
      ...PROJECT,
      person('p1'),
      person('p2'),
      ...['1', '2'].map((n) => line(nominate(`j${n}`, `p${n}`, { id: `nominate-${n}` }))),
    );
  });
  afterAll(() => database.close());

  /** Each kind of bad line, with the code and the guards it is refused for and a word its remedy must hold. */
  const BAD: readonly [string, JsonObject | string, string, readonly string[], string][] = [
    [
      'an unknown command',
      line(command('j1', 'dance', 'coordinator', {})),
      'unknown-command',
      ['command'],
      'dance',
    ],
    [
      'a misspelt field of a command',
      line({ ...consent('j1'), hapenedOn: day(0) }),
      'fields-invalid',
      ['field:hapenedOn'],
      'hapenedOn',
    ],
    [
      'a misspelt field of its data',
      line(command('j1', 'score', 'assessor', { asessor: 'a', score: 1, conflictOfInterest: true })),
      'fields-invalid',
      ['field:data.asessor', 'field:data.assessor'],
      'asessor',
    ],
    [
      'a wrong type',
      line(command('j1', 'score', 'assessor', { assessor: 'a', score: '70', conflictOfInterest: false })),
      'fields-invalid',
      ['field:data.score'],
      'number from 0 to 100',
    ],
    [
      'no data',
      line({ id: 'x', journey: 'j1', command: 'score', happenedOn: day(0), by: { role: 'assessor' } }),
      'fields-invalid',
      ['field:data'],
      'data',
    ],
    [
      'a wrong actor',
      line(command('j1', 'give-consent', 'company', { consentVersion: '2023-10', language: 'ky' })),
      'actor-not-allowed',
      ['role'],
      'candidate',
    ],
    [
      'an actor of another university',
      line(nominate('j9', 'p2', { organisation: 'uni-2' })),
      'actor-not-allowed',
      ['organisation'],
      'uni-1',
    ],
    [
      'days in the wrong order',
      line(reserve('j1', 'pl-1', { from: day(90), to: day(30) })),
      'guards-unmet',
      ['days-in-order'],
      '',
    ],
    [
      'a day outside the agreement',
      line(nominate('j9', 'p2', { on: day(-310) })),
      'guards-unmet',
      ['agreement-in-force'],
      'agr-glass',
    ],
    [
      'a day before what it rests on',
      line(agree('j1', 'pl-none')),
      'order-not-allowed',
      ['placement-known'],
      'reserve-placement',
    ],
    [
      'the id of another body',
      line({ ...nominate('j1', 'p1'), id: 'nominate-1', happenedOn: day(-1) }),
      'id-clash',
      ['id'],
      'nominate-1',
    ],
    ['an unknown journey', line(consent('nowhere')), 'journey-unknown', ['journey'], 'nowhere'],
    ['half of a JSON object', '{"type":"command","id":"x"', 'line-unreadable', ['line'], 'JSON'],
    [
      'a line over 1 MiB',
      `{"type":"person","id":"${'x'.repeat(1_048_576)}"}`,
      'line-too-long',
      ['line'],
      '1048576',
    ],
    [
      'NUL in text',
      line(reserve('j1', 'pl-1', { goal: 'glass\u0000' })),
      'fields-invalid',
      ['field:data.goal'],
      'NUL',
    ],
    [
      'half a surrogate pair in text',
      String.raw`{"type":"person","id":"p9","givenName":"\ud83d","familyName":"B","bornOn":"1999-01-01","gender":"male","nationality":"KG"}`,
      'fields-invalid',
      ['field:givenName'],
      'surrogate',
    ],
    ['NUL in the name of a member', String.raw`{"type":"person","a\u0000":1}`, 'fields-invalid', [], ''],
    [
      'a member named __proto__',
      line({ ...consent('j1'), ...(JSON.parse('{"__proto__":{"id":"x"}}') as JsonObject) }),
      'fields-invalid',
      ['field:__proto__'],
      '',
    ],
    [
      'nesting without end',
      `{"type":"command","id":"x","journey":"j1","command":"score","happenedOn":"${day(0)}","by":{"role":"assessor"},"data":{"a":${'['.repeat(90_000)}${']'.repeat(90_000)}}}`,
      'fields-invalid',
      ['field:data'],
      'deep',
    ],
    [
      'a number that none can hold',
      `{"type":"command","id":"x","journey":"j1","command":"score","happenedOn":"${day(0)}","by":{"role":"assessor"},"data":{"score":1e999}}`,
      'fields-invalid',
      ['field:data'],
      'number',
    ],
    [
      'a name twice in one object',
      '{"type":"person","id":"p9","id":"p8"}',
      'line-unreadable',
      ['line'],
      'twice',
    ],
    ['an unknown type', { type: 'dragon', id: 'd' }, 'unknown-type', ['field:type'], 'organisation'],
    ['no type', { id: 'd' }, 'unknown-type', ['field:type'], 'type'],
    [
      'an unknown field of a record',
      person('p9', { nickname: 'A' }),
      'fields-invalid',
      ['field:nickname'],
      'nickname',
    ],
    [
      'a day the calendar does not have',
      person('p9', { bornOn: '1999-02-29' }),
      'fields-invalid',
      ['field:bornOn'],
      'YYYY-MM-DD',
    ],
    [
      'an unknown programme',
      { type: 'material', id: 'm', programme: 'wood', kind: 'a', title: 'b', on: day(0) },
      'reference-unknown',
      ['reference:programme'],
      'wood',
    ],
    [
      'an unknown zone',
      { ...PROJECT[0], timeZone: 'Atlantis/Poseidonis' },
      'fields-invalid',
      ['field:timeZone'],
      'Atlantis',
    ],
    [
      'an unknown template',
      { ...PROJECT[0], template: 'other@1' },
      'fields-invalid',
      ['field:template'],
      'de-uni-internship-hire@1',
    ],
    [
      'a recordedAt that lies ahead',
      person('p9', { recordedAt: '2999-01-01T00:00:00Z' }),
      'day-not-allowed',
      ['field:recordedAt'],
      '',
    ],
    ['an id with a slash', person('p/9'), 'fields-invalid', ['field:id'], 'letters'],
  ];

  let next = 0;
  it.each(BAD)('refuses %s, changes nothing and goes on', async (_what, bad, code, guards, word) => {
    const before = await database.rows();
    next += 1;
    const [answer, following] = await database.importText(json(bad, person(`p-next-${next}`)));
    expect(answer).toMatchObject({ line: 1, result: 'refused', refusal: { code } });
    const unmet = answer?.refusal?.unmet ?? [];
    if (guards.length > 0) expect(unmet.slice(0, guards.length).map(({ guard }) => guard)).toEqual(guards);
    expect(unmet.map(({ remedy }) => remedy).join(' ')).toContain(word);
    expect(following).toEqual({
      line: 2,
      type: 'person',
      id: `p-next-${next}`,
      result: 'accepted',
      version: 1,
    });
    expect(await database.rows()).toEqual({
      ...before,
      // Who put the person on record is on record too; the refused line leaves nothing.
      audit_waiting: Number(before.audit_waiting) + 1,
      record: Number(before.record) + 1,
      person_key: Number(before.person_key) + 1,
    });
  });

  it('answers each line in order with its number, type and id, and skips blank ones', async () => {
    const text = json(
      person('p1'),
      '',
      '{',
      ` `,
      line(consent('j1', { id: 'c-1' })),
      person('p1', { nationality: 'KZ' }),
      '[]',
    );
    const answers = await database.importText(text.replaceAll('\n', '\r\n'));
    expect(answers.map(outcome)).toEqual([
      [1, 'person', 'p1', 'unchanged'],
      [3, null, null, 'line-unreadable'],
      [5, 'command', 'c-1', 'accepted'],
      [6, 'person', 'p1', 'accepted'],
      [7, null, null, 'line-unreadable'],
    ]);
  });

  it('refuses bytes that are no UTF-8 and reads the lines around them', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"type":"person"}\n'),
      Buffer.from([0xff, 0x0a]),
      Buffer.from(JSON.stringify(person('p2'))),
    ]);
    async function* source(): AsyncGenerator<Uint8Array> {
      yield bytes;
    }
    const answers: LineAnswer[] = [];
    for await (const answer of database.journeys.importLines(source(), { submittedBy: 'administrator' }))
      answers.push(answer);
    expect(answers.map(outcome)).toEqual([
      [1, 'person', null, 'fields-invalid'],
      [2, null, null, 'line-unreadable'],
      [3, 'person', 'p2', 'unchanged'],
    ]);
  });

  it('completes when it is repaired and imported again', async () => {
    const good = [
      line(consent('j2', { id: 'a' })),
      line(score('j2', 'assessor-1', { id: 'b' })),
      line(score('j2', 'assessor-2', { id: 'c' })),
    ];
    const broken = json(good[0] ?? '', '{"type":"command","id":"b"', good[2] ?? '');
    expect((await database.importText(broken)).map(({ result }) => result)).toEqual([
      'accepted',
      'refused',
      'accepted',
    ]);
    expect((await database.importText(json(...good))).map(({ result }) => result)).toEqual([
      'repeated',
      'accepted',
      'repeated',
    ]);
    expect(await database.journeys.getJourney('j2')).toMatchObject({ version: 4 });
  });
});
