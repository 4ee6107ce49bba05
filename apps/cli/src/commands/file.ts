import { FILE_TYPES, LIMITS, type FileType, type NamedFile } from '@lotse/files';
import { ALL_TOPICS } from '@lotse/policy';
import { Command, Option } from 'commander';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { errorCode } from '@lotse/platform';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-code';
import { onRecord, withFiles } from '../files/with-files';
import { importSource } from '../import/import-source';
import type { Lotse } from '../lotse/open-lotse';
import type { HomeOption } from '../lotse/settings';
import { print, printJson, printLine } from '../output/print';
import { harmless, table } from '../output/table';
import { defineCommand } from './define-command';

interface PutOptions extends HomeOption {
  readonly topic: string;
  readonly id?: string;
  readonly reference?: string;
  readonly json?: boolean;
}
interface GetOptions extends HomeOption {
  readonly out: string;
  readonly json?: boolean;
}
interface ListOptions extends HomeOption {
  readonly json?: boolean;
}

const ID = /^[A-Za-z0-9._-]{1,64}$/;
const AT_ONCE = 1_000;

/** `lotse file …`: files of journeys, judged by content, sealed by person. */
export const fileCommand = (): Command =>
  new Command('file')
    .description('keep, list and open the files of a journey')
    .addCommand(
      defineCommand(
        'put',
        'keep a file of a journey: PDF, image or office file; the same id again is a repeat',
      )
        .argument('<journey>', 'id of the journey')
        .argument('<file>', 'the file')
        .addOption(
          new Option('--topic <topic>', 'what it is about: who sees that topic may open it')
            .choices(ALL_TOPICS)
            .makeOptionMandatory(),
        )
        .option('--id <id>', 'id of the file (default: by journey and content)')
        .option('--reference <id>', 'reference id by which facts name it as evidence')
        .option('--json', 'print one JSON object')
        .action(put),
    )
    .addCommand(
      defineCommand('list', 'files of a journey')
        .argument('<journey>', 'id of the journey')
        .option('--json', 'print one JSON object')
        .action(list),
    )
    .addCommand(
      defineCommand('get', 'write the content of a file in clear')
        .argument('<id>', 'id of the file')
        .requiredOption('--out <path>', 'where to; a file that is there is not written over')
        .option('--json', 'print one JSON object')
        .action(get),
    );

function typeOf(path: string): FileType {
  const extension = extname(path)
    .slice(1)
    .toLowerCase()
    .replace(/^jpeg$/, 'jpg');
  const found = (Object.keys(FILE_TYPES) as FileType[]).find((type) => FILE_TYPES[type] === extension);
  if (found !== undefined) return found;
  throw new CliError(
    'file-type-unknown',
    `Files named .${extension} are not taken; these are: ${Object.values(FILE_TYPES).join(', ')}.`,
    EXIT.refused,
  );
}

/** One byte more than is taken tells that it is too large. */
async function bytesOf(path: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (await importSource(path)).bytes) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > LIMITS.bytes) break;
  }
  return Buffer.concat(chunks);
}

async function partiesOf({ journeys }: Lotse, journey: string) {
  const facts = await journeys.partiesOf(journey);
  if (facts === null)
    throw new CliError(
      'journey-unknown',
      `There is no journey ${journey}: see lotse journey list.`,
      EXIT.refused,
    );
  return facts;
}

const shown = ({ address: _address, ...file }: NamedFile): Omit<NamedFile, 'address'> => file;

async function put(journey: string, path: string, options: PutOptions): Promise<void> {
  const { topic, id: chosen, reference, json } = options;
  if (chosen !== undefined && !ID.test(chosen))
    throw new CliError('id-invalid', 'Give the id in up to 64 letters, digits, dots and dashes.');
  const type = typeOf(path);
  const bytes = await bytesOf(path);
  const digest = createHash('sha256').update(journey).update('\0').update(bytes).digest('hex');
  const answer = await withFiles(options, async (files, lotse) => {
    const { programme, person } = await partiesOf(lotse, journey);
    const id = chosen ?? `file-${digest.slice(0, 32)}`;
    const belongs = { programme, journey, person, ...(reference === undefined ? {} : { reference }) };
    const what = { topic, name: basename(path), type, bytes, uploadedBy: 'administrator' };
    const answered = await files.upload({ id, ...belongs, ...what });
    if (answered.result === 'stored' || answered.result === 'repeated')
      await onRecord(lotse, 'file.upload', { file: id, journey, programme });
    return answered;
  });
  if (answer.result === 'refused')
    throw new CliError(answer.refusal.code, answer.refusal.message, EXIT.refused);
  if (answer.result === 'conflict') throw new CliError(answer.code, answer.message, EXIT.refused);
  const { result, file } = answer;
  if (json === true) return printJson({ result, file: shown(file) });
  await printLine(harmless(`file ${file.id}: ${result} (${file.state}, ${file.size} bytes)`));
}

async function list(journey: string, { json, ...home }: ListOptions): Promise<void> {
  const files = await withFiles(home, async (all, lotse) => {
    const { programme } = await partiesOf(lotse, journey);
    const found = await all.list({ journey, limit: AT_ONCE });
    await onRecord(lotse, 'file.read', { journey, programme });
    return found.map(shown);
  });
  if (json === true) return printJson({ journey, files });
  if (files.length === 0) return printLine(`Journey ${journey} has no files.`);
  const rows = files.map(({ id, topic, name, type, size, state }) => [
    id,
    topic,
    harmless(name ?? ''),
    FILE_TYPES[type],
    String(size),
    state,
  ]);
  await print(table(['id', 'topic', 'name', 'type', 'bytes', 'state'], rows));
}

async function get(id: string, { out, json, ...home }: GetOptions): Promise<void> {
  const answer = await withFiles(home, async (files, lotse) => {
    const opened = await files.open(id);
    if (opened.result !== 'opened') return opened;
    const { programme, journey } = opened.file;
    await onRecord(lotse, 'file.read', {
      file: id,
      programme,
      ...(journey === undefined ? {} : { journey }),
    });
    return opened;
  });
  if (answer.result === 'unknown')
    throw new CliError('file-unknown', `There is no file ${id}.`, EXIT.refused);
  if (answer.result === 'closed') throw new CliError(answer.code, answer.message, EXIT.refused);
  await writeNew(out, answer.bytes);
  const { file } = answer;
  if (json === true) return printJson({ file: shown(file), out });
  await printLine(harmless(`file ${id}: ${file.size} bytes written to ${out}`));
}

/** Readable by its owner alone. @throws CliError `out-taken`, `out-unwritable` */
async function writeNew(path: string, bytes: Buffer): Promise<void> {
  try {
    const handle = await open(path, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const reason = errorCode(error) ?? 'unknown reason';
    throw reason === 'EEXIST'
      ? new CliError('out-taken', `${path} is there already: name another file.`, undefined, { cause: error })
      : new CliError('out-unwritable', `Cannot write ${path} (${reason}).`, undefined, { cause: error });
  }
}
