import { AccountsController } from './accounts/accounts.controller';
import { InvitationsController } from './accounts/invitations.controller';
import { LinksController } from './accounts/links.controller';
import { OwnAccountController } from './accounts/own-account.controller';
import { ProviderController } from './accounts/provider.controller';
import { SessionController } from './accounts/session.controller';
import { SignInController } from './accounts/sign-in.controller';
import { TokensController } from './accounts/tokens.controller';
import { AccessesController } from './audit/accesses.controller';
import { AuditController } from './audit/audit.controller';
import { BulkController } from './bulk/bulk.controller';
import { ApprovalsController } from './channels/approvals.controller';
import { ComplaintsController } from './channels/complaints.controller';
import { EmergenciesController } from './channels/emergencies.controller';
import { JourneyComplaintsController } from './channels/journey-complaints.controller';
import { NotesController } from './channels/notes.controller';
import { CohortController } from './cohort/cohort.controller';
import { CommandsController } from './commands/commands.controller';
import { DeputiesController } from './deputies/deputies.controller';
import { EventsController } from './events/events.controller';
import { SdmxController } from './figures/sdmx.controller';
import { FilesController } from './files/files.controller';
import { JourneyFilesController } from './files/journey-files.controller';
import { FiguresController } from './figures/figures.controller';
import { IndicatorsController } from './figures/indicators.controller';
import { HealthController } from './health/health.controller';
import { ImportsController } from './imports/imports.controller';
import { ColleaguesController } from './inbox/colleagues.controller';
import { InboxController } from './inbox/inbox.controller';
import { JourneysController } from './journeys/journeys.controller';
import { ContactPointsController } from './mail/contact-points.controller';
import { DeadLettersController } from './mail/dead-letters.controller';
import { DocsController } from './openapi/docs.controller';
import { OrganisationsController } from './organisations/organisations.controller';
import { NominationsController } from './persons/nominations.controller';
import { PersonsController } from './persons/persons.controller';
import { PolicyController } from './policy/policy.controller';
import { ErasuresController } from './privacy/erasures.controller';
import { HoldsController } from './privacy/holds.controller';
import { RetentionController } from './privacy/retention.controller';
import { SubjectsController } from './privacy/subjects.controller';
import { ProjectionsController } from './projections/projections.controller';
import { recordController } from './records/record-controller';
import { RECORD_DOORS, type RecordPath } from './records/record-doors';
import { ReportsController } from './reports/reports.controller';
import { RedactionsController } from './reports/redactions.controller';
import { RoomListController } from './reports/room-list.controller';
import { JourneyRedactionsController } from './reports/journey-redactions.controller';
import { RoomLogController } from './reports/room-log.controller';
import { RoomsController } from './reports/rooms.controller';
import { SamplesController } from './reports/samples.controller';
import { RulesController } from './rules/rules.controller';
import { SecurityTextController } from './security/security-text.controller';
import { SheetController } from './sheet/sheet.controller';
import { SystemController } from './system/system.controller';
import { CohortsController } from './templates/cohorts.controller';
import { TemplatesController } from './templates/templates.controller';
import { WebhooksController } from './webhooks/webhooks.controller';

/** Everything that can be asked over HTTP. */
export const API_CONTROLLERS = [
  CommandsController,
  JourneysController,
  CohortController,
  EventsController,
  ImportsController,
  ...(Object.keys(RECORD_DOORS) as RecordPath[]).map(recordController),
  SheetController,
  IndicatorsController,
  FiguresController,
  ReportsController,
  SamplesController,
  RoomListController,
  RoomsController,
  RoomLogController,
  RedactionsController,
  JourneyRedactionsController,
  TemplatesController,
  ColleaguesController,
  InboxController,
  DeputiesController,
  BulkController,
  OrganisationsController,
  PersonsController,
  NominationsController,
  CohortsController,
  ProjectionsController,
  ContactPointsController,
  DeadLettersController,
  SignInController,
  SessionController,
  ProviderController,
  InvitationsController,
  OwnAccountController,
  AccountsController,
  TokensController,
  LinksController,
  AuditController,
  AccessesController,
  NotesController,
  JourneyComplaintsController,
  ComplaintsController,
  ApprovalsController,
  EmergenciesController,
  SubjectsController,
  RetentionController,
  ErasuresController,
  HoldsController,
  JourneyFilesController,
  FilesController,
  PolicyController,
  RulesController,
  SystemController,
  SecurityTextController,
  WebhooksController,
  SdmxController,
  HealthController,
  DocsController,
] as const;
