export { fileStoreOf } from './file-store-of';
export { createFolderStore } from './folder-store';
export { createS3Store, type S3Settings } from './s3-store';
