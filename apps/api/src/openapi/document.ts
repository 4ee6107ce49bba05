import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { isJsonObject, type JsonObject } from '@lotse/domain';
import { auditSchemas } from './schemas/audit.schemas';
import { accountSchemas } from './schemas/account.schemas';
import { bulkSchemas } from './schemas/bulk.schemas';
import { cohortSchemas } from './schemas/cohort.schemas';
import { commandSchemas } from './schemas/command.schemas';
import { importSchemas } from './schemas/import.schemas';
import { channelSchemas } from './schemas/channel.schemas';
import { fileSchemas } from './schemas/file.schemas';
import { inboxSchemas } from './schemas/inbox.schemas';
import { journeySchemas } from './schemas/journey.schemas';
import { nominationSchemas } from './schemas/nomination.schemas';
import { mailSchemas } from './schemas/mail.schemas';
import { privacySchemas } from './schemas/privacy.schemas';
import { problemSchemas } from './schemas/problem.schemas';
import { projectionSchemas } from './schemas/projection.schemas';
import { recordSchemas } from './schemas/record.schemas';
import { reportSchemas } from './schemas/report.schemas';
import { roomSchemas } from './schemas/room.schemas';
import { sampleSchemas } from './schemas/sample.schemas';
import { systemSchemas } from './schemas/system.schemas';
import { sheetSchemas } from './schemas/sheet.schemas';
import { templateAnswerSchemas } from './schemas/template-answer.schemas';
import { webhookSchemas } from './schemas/webhook.schemas';
import { templateSchemas } from './schemas/template.schemas';

const DESCRIPTION = `Lotse carries a candidate from a partner university abroad into lasting work, and proves to funders what was reached.

Everything that happens is a command: it is decided on the facts so far, and either becomes facts or is refused with every unmet guard,
who can meet it and what would. The id of a command is its idempotency key. Errors are problem details (RFC 9457) with stable codes.`;

const BASE = new DocumentBuilder()
  .setOpenAPIVersion('3.1.0')
  .setTitle('Lotse API')
  .setDescription(DESCRIPTION)
  .setVersion('1')
  .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
  .addTag('journeys', 'One candidate in one programme, from nomination to completed follow-up.')
  .addTag('inbox', 'What is to be done, by whom and until when; deputies.')
  .addTag('files', 'Papers of a journey: judged by content, sealed, opened when they are clean.')
  .addTag('bulk', 'One action over many journeys, with dry run, a result for each, and one undo.')
  .addTag('imports', 'Many records and commands at once.')
  .addTag('records', 'What a programme does beside journeys: trips, interviews, materials, events, targets.')
  .addTag('sheet', 'The project sheet and what stands behind each figure.')
  .addTag('webhooks', 'Being told when a report is locked.')
  .addTag('figures', 'What is counted and how, at any moment, with what stands behind it.')
  .addTag('reports', 'Figures locked by two people; samples that check them, and rooms for auditors.')
  .addTag('templates', 'Stages, guards and clocks as data.')
  .addTag('mail', 'Whom reminders reach, and mails that nobody took.')
  .addTag('projections', 'What is folded from facts and kept beside them.')
  .addTag('audit', 'Who reached whose data, when and why.')
  .addTag(
    'privacy',
    'What a person may ask for: a copy of everything, and erasure; retention and legal holds.',
  )
  .addTag('session', 'Signing in and out, invitations and new passwords.')
  .addTag('accounts', 'Accounts, the own one, tokens for programs, links for people without an account.')
  .addTag('health', 'For whoever watches the processes.')
  .addBearerAuth(
    { type: 'http', scheme: 'bearer', description: 'The token of LOTSE_HOME/administrator.token.' },
    'token',
  )
  .build();

/** Schemas that are data of the domain or derived from it, by name. */
const domainSchemas = (): JsonObject => ({
  ...problemSchemas(),
  ...commandSchemas(),
  ...journeySchemas(),
  ...cohortSchemas(),
  ...sheetSchemas(),
  ...reportSchemas(),
  ...sampleSchemas(),
  ...roomSchemas(),
  ...templateSchemas(),
  ...templateAnswerSchemas(),
  ...importSchemas(),
  ...nominationSchemas(),
  ...channelSchemas(),
  ...inboxSchemas(),
  ...bulkSchemas(),
  ...projectionSchemas(),
  ...recordSchemas(),
  ...webhookSchemas(),
  ...mailSchemas(),
  ...fileSchemas(),
  ...accountSchemas(),
  ...auditSchemas(),
  ...privacySchemas(),
  ...systemSchemas(),
});

/** The OpenAPI 3.1 document of an application: its routes, with the schemas that the domain's own tables give. */
export function documentOf(app: INestApplication): JsonObject {
  const scanned: unknown = JSON.parse(
    JSON.stringify(SwaggerModule.createDocument(app, BASE, { autoTagControllers: false })),
  );
  if (!isJsonObject(scanned) || !isJsonObject(scanned.components))
    throw new Error('The routes have no schemas');
  const { components, ...document } = scanned;
  const own = isJsonObject(components.schemas) ? components.schemas : {};
  const schemas = Object.entries({ ...own, ...domainSchemas() }).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return { ...document, components: { ...components, schemas: Object.fromEntries(schemas) } };
}

/** As it is committed and served. */
export const documentText = (document: JsonObject): string => `${JSON.stringify(document, null, 2)}\n`;
