export {
  createFiles,
  type Files,
  type FilesParts,
  type NamedFile,
  type OpenAnswer,
  type Upload,
  type UploadAnswer,
} from './create-files';
export { REASONS, type FileRefusal, type FileRefusalCode } from './file-refusal';
export { FILE_TYPES, isFileType, type FileType } from './file-type';
export { inspectFile, type SoundFile } from './inspect/inspect-file';
export { LIMITS } from './limits';
export { contentDisposition, safeFileName } from './names/file-name';
export type { FileKeyring } from './ports/file-keyring.port';
export type { FileFilter, FileRow, FileRowStore, FileState, SealedFileRow } from './ports/file-row.port';
export type { FileStore, StoredContent } from './ports/file-store.port';
export type { MalwareScanner, Verdict } from './ports/malware-scanner.port';
