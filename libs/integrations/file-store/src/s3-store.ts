import { createHash } from 'node:crypto';
import type { S3Client } from '@aws-sdk/client-s3';
import type { FileStore, StoredContent } from '@lotse/files';

/** Where the bucket is. Path style serves every S3-compatible service. */
export interface S3Settings {
  readonly endpoint?: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const PREFIX = 'files/';
const isMissing = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'name' in error &&
  ['NoSuchKey', 'NotFound'].includes(String(error.name));

/** Files in an S3 bucket. The client is loaded at the first use: who keeps files in a folder does not pay for it. */
export function createS3Store({
  bucket,
  endpoint,
  region,
  accessKeyId,
  secretAccessKey,
}: S3Settings): FileStore {
  let connected:
    Promise<{ readonly client: S3Client; readonly sdk: typeof import('@aws-sdk/client-s3') }> | undefined;
  const s3 = (): NonNullable<typeof connected> => {
    connected ??= import('@aws-sdk/client-s3').then((sdk) => ({
      sdk,
      client: new sdk.S3Client({
        region,
        credentials: { accessKeyId, secretAccessKey },
        forcePathStyle: true,
        // Older S3-compatible services do not know the checksums that are now the default.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
        ...(endpoint === undefined ? {} : { endpoint }),
      }),
    }));
    return connected;
  };
  const at = (address: string): { Bucket: string; Key: string } => ({
    Bucket: bucket,
    Key: `${PREFIX}${address}`,
  });

  async function* contents(): AsyncGenerator<StoredContent> {
    const { client, sdk } = await s3();
    for await (const page of sdk.paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: PREFIX })) {
      for (const { Key: key, LastModified: storedAt } of page.Contents ?? []) {
        if (key !== undefined && storedAt !== undefined)
          yield { address: key.slice(PREFIX.length), storedAt };
      }
    }
  }

  return {
    async put(address, bytes) {
      const { client, sdk } = await s3();
      await client.send(
        new sdk.PutObjectCommand({ ...at(address), Body: bytes, ContentType: 'application/octet-stream' }),
      );
    },
    async get(address) {
      const { client, sdk } = await s3();
      try {
        const { Body: body } = await client.send(new sdk.GetObjectCommand(at(address)));
        if (body === undefined) return undefined;
        const bytes = Buffer.from(await body.transformToByteArray());
        if (createHash('sha256').update(bytes).digest('hex') !== address)
          throw new Error(`The stored file ${address} was changed in the bucket: restore it from a backup.`);
        return bytes;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async remove(address) {
      const { client, sdk } = await s3();
      await client.send(new sdk.DeleteObjectCommand(at(address)));
    },
    contents,
  };
}
