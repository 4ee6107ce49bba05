import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify, types } from 'node:util';
import type { TemporalSource } from './temporal-source';
import { temporalVersion } from './temporal-version';
import { reasonOf } from './service-error';

const publicReleases = 'https://github.com/temporalio/temporal/releases/download';
/** A closed network must cost seconds, not minutes. */
const connectDeadline = 5_000;
const downloadDeadline = 15 * 60_000;

/**
 * Fetches the release archive of this machine's platform and unpacks it once its SHA-256 is the published one.
 * `LOTSE_TEMPORAL_RELEASES` names a mirror of the releases.
 */
export function downloadTemporal(env: NodeJS.ProcessEnv): TemporalSource {
  const base = `${env.LOTSE_TEMPORAL_RELEASES || publicReleases}/v${temporalVersion.server}`;
  return (folder, onProgress) => fetchArchive(base, folder, onProgress);
}

async function fetchArchive(
  base: string,
  folder: string,
  onProgress: (message: string) => void,
): Promise<void> {
  const archive = archiveName();
  const checksum = checksumOf(await textOf(`${base}/checksums.txt`), archive);
  const draft = `${folder}.${process.pid}.draft`;
  try {
    mkdirSync(draft, { recursive: true });
    const file = join(draft, archive);
    const actual = await download(`${base}/${archive}`, file, onProgress);
    if (actual !== checksum) throw new Error(`${archive} has checksum ${actual}, published is ${checksum}`);
    await promisify(execFile)('tar', ['-xzf', file, '-C', draft, 'temporal-server', 'temporal-sql-tool']);
    rmSync(file);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The checksum that stands for `archive` in a release's list. */
function checksumOf(list: string, archive: string): string {
  for (const line of list.split('\n')) {
    const [checksum, name] = line.trim().split(/\s+\*?/);
    if (name === archive && checksum !== undefined && /^[0-9a-f]{64}$/.test(checksum)) return checksum;
  }
  throw new Error(`the list of checksums does not name ${archive}`);
}

function archiveName(): string {
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
  return `temporal_${temporalVersion.server}_${process.platform}_${architecture}.tar.gz`;
}

async function textOf(url: string): Promise<string> {
  const response = await answerOf(url);
  return response.text();
}

/** The deadline covers the way to the answer's head only: the body may take its time. */
async function answerOf(url: string): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(
    () => abort.abort(new Error(`no answer within ${connectDeadline} ms`)),
    connectDeadline,
  );
  const whole = AbortSignal.timeout(downloadDeadline);
  try {
    const response = await fetch(url, { signal: AbortSignal.any([abort.signal, whole]) });
    if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}`);
    return response;
  } catch (error) {
    // fetch says only that it failed; why, stands in the cause.
    const cause = types.isNativeError(error) && types.isNativeError(error.cause) ? error.cause : error;
    throw new Error(`${new URL(url).host}: ${reasonOf(cause)}`, {
      cause: error,
    });
  } finally {
    clearTimeout(timer);
  }
}

async function download(url: string, file: string, onProgress: (message: string) => void): Promise<string> {
  const response = await answerOf(url);
  if (response.body === null) throw new Error('the archive is empty');
  const total = Number(response.headers.get('content-length') ?? 0);
  const hash = createHash('sha256');
  let received = 0;
  let shown = -1;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      received += chunk.length;
      const percent = total === 0 ? 0 : Math.floor((100 * received) / total);
      if (percent !== shown) onProgress(`Downloading the Temporal server: ${percent} %`);
      shown = percent;
      done(null, chunk);
    },
  });
  await pipeline(Readable.fromWeb(response.body), meter, createWriteStream(file));
  return hash.digest('hex');
}
