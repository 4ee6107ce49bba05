import { join } from 'node:path';

/** From `dist/apps/cli/src/lotse` to the folder of the project. */
const root = join(__dirname, '../../../../..');

/** Entry of another app: apps are processes, never imported. */
export const appEntry = (app: 'api' | 'worker'): string => join(root, 'dist/apps', app, 'src/main.js');

/** Entry of the mailbox that catches the mails of a demonstration. */
export const mailboxEntry = join(root, 'dist/libs/integrations/mail/src/dev-mailbox/mailbox.main.js');

/** A file of the examples that ship with the project. */
export const exampleFile = (name: string): string => join(root, 'examples', name);

export const projectRoot = root;
