import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPdf } from '../files/build-pdf';
import { openCallHome, type CallHome } from './support/call-home';
import { example, json } from './support/lotse';

jest.setTimeout(480_000);

/** Files of a journey on the command line. */
describe('lotse file', () => {
  let home: CallHome;
  const folder = mkdtempSync(join(tmpdir(), 'lotse-files-'));
  const pdf = join(folder, 'Паспорт.pdf');
  beforeAll(async () => {
    writeFileSync(pdf, buildPdf());
    home = await openCallHome();
    const { code, stderr } = await home.call(['import', example('branches/branches.jsonl')]);
    expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
  });
  afterAll(async () => {
    await home.close();
    rmSync(folder, { recursive: true });
  });

  it('keeps a file once, lists it by its name and gives its content back', async () => {
    const put = ['file', 'put', 'branch-07', pdf, '--topic', 'identity', '--id', 'passport', '--json'];
    expect(json(await home.call(put))).toMatchObject({
      result: 'stored',
      file: { id: 'passport', name: 'Паспорт.pdf', topic: 'identity', type: 'application/pdf' },
    });
    expect(json(await home.call(put))).toMatchObject({ result: 'repeated' });
    expect((await home.call(['file', 'list', 'branch-07'])).stdout).toMatch(
      /^passport +identity +Паспорт\.pdf +pdf/m,
    );
    const out = join(folder, 'out.pdf');
    expect(await home.call(['file', 'get', 'passport', '--out', out])).toMatchObject({ code: 0 });
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await home.call(['file', 'get', 'passport', '--out', out])).toMatchObject({
      stderr: expect.stringContaining('[out-taken]'),
    });
  });

  it.each([
    ['a journey that is not there', ['put', 'nowhere', pdf, '--topic', 'identity'], 'journey-unknown'],
    ['a file that is not there', ['get', 'nothing', '--out', join(folder, 'nothing.pdf')], 'file-unknown'],
    [
      'a kind that is not taken',
      ['put', 'branch-07', __filename, '--topic', 'identity'],
      'file-type-unknown',
    ],
  ])('refuses %s with its code', async (_, args, code) => {
    expect(await home.call(['file', ...args])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`[${code}]`),
    });
  });
});
