import type { FileStore } from '@lotse/files';
import { join } from 'node:path';
import { createFolderStore } from './folder-store';
import { createS3Store } from './s3-store';

/** The variables of a process that say where contents lie. */
export interface FileStoreSettings {
  readonly S3_BUCKET?: string | undefined;
  readonly S3_ENDPOINT?: string | undefined;
  readonly S3_REGION: string;
  readonly S3_ACCESS_KEY_ID?: string | undefined;
  readonly S3_SECRET_ACCESS_KEY?: string | undefined;
}

/** The bucket where one is configured, else the folder `files` of the data folder. @param home the data folder */
export function fileStoreOf(
  home: string,
  {
    S3_BUCKET: bucket,
    S3_ENDPOINT: endpoint,
    S3_REGION: region,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  }: FileStoreSettings,
): FileStore {
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined)
    return createFolderStore(join(home, 'files'));
  return createS3Store({
    bucket,
    region,
    accessKeyId,
    secretAccessKey,
    ...(endpoint === undefined ? {} : { endpoint }),
  });
}
