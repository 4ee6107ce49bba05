import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandsDocument } from './commands-doc';

writeFileSync(join(__dirname, '../../docs/commands.md'), commandsDocument());
