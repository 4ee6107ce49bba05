export { createDataSource, type DataSourceSettings } from './data-source';
export { migrate } from './migrate';
export { currentScope, runWithScope } from './scope/row-scope';
export { createSheetReader } from './sheet/sheet.reader';
export { createAccountStores } from './stores/accounts/create-account-stores';
export { createApiTokenStore, type ApiTokenStore } from './stores/api-token.store';
export { createContactPointStore } from './stores/contact-point.store';
export { createOutboxStore } from './stores/outbox.store';
export { createStores } from './stores/create-stores';
