export { KeyError, type KeyErrorCode } from './keys/key-error';
export { createKeyring, type JsonValue, type Keyring } from './keys/keyring';
export { createMasterKey, parseMasterKey, readMasterKey, type MasterKey } from './keys/master-key';
