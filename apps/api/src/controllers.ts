import { CommandsController } from './commands/commands.controller';
import { HealthController } from './health/health.controller';
import { ImportsController } from './imports/imports.controller';
import { JourneysController } from './journeys/journeys.controller';
import { DocsController } from './openapi/docs.controller';
import { SheetController } from './sheet/sheet.controller';
import { TemplatesController } from './templates/templates.controller';

/** Everything that can be asked over HTTP. */
export const API_CONTROLLERS = [
  CommandsController,
  JourneysController,
  ImportsController,
  SheetController,
  TemplatesController,
  HealthController,
  DocsController,
] as const;
