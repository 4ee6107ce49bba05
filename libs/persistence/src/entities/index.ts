import { accountEntities } from './accounts';
import { ApiTokenEntity } from './api-token.entity';
import { ApprovalEntity } from './approval.entity';
import { AuditEntryEntity } from './audit-entry.entity';
import { AuditKeyEntity } from './audit-key.entity';
import { AuditWaitingEntity } from './audit-waiting.entity';
import { CommandEntity } from './command.entity';
import { ComplaintEntity } from './complaint.entity';
import { ContactPointEntity } from './contact-point.entity';
import { ContractEntity } from './contract.entity';
import { DeputyEntity } from './deputy.entity';
import { DriverEntity } from './driver.entity';
import { EmergencyAccessEntity } from './emergency-access.entity';
import { FactEntity } from './fact.entity';
import { figureEntities } from './figures';
import { FileEntity } from './file.entity';
import { JourneyClockEntity } from './journey-clock.entity';
import { JourneyEntity } from './journey.entity';
import { JourneyTaskEntity } from './journey-task.entity';
import { NoteEntity } from './note.entity';
import { OutboxEntity } from './outbox.entity';
import { PersonKeyEntity } from './person-key.entity';
import { PlacementEntity } from './placement.entity';
import { privacyEntities } from './privacy';
import { RecordEntity } from './record.entity';
import { RecordProposalEntity } from './record-proposal.entity';
import { ReminderEntity } from './reminder.entity';
import { HandoverEntity } from './handover.entity';
import { reportEntities } from './reports';
import { SnoozeEntity } from './snooze.entity';
import { TaskReminderEntity } from './task-reminder.entity';
import { TemplateEntity } from './template.entity';
import { WebhookDeliveryEntity } from './webhook-delivery.entity';
import { WebhookEntity } from './webhook.entity';
import { WakeEntity } from './wake.entity';

/** Every table, for the drift check of the migrations. */
export const entities = [
  ...accountEntities,
  ApiTokenEntity,
  ApprovalEntity,
  AuditEntryEntity,
  AuditKeyEntity,
  AuditWaitingEntity,
  CommandEntity,
  ComplaintEntity,
  ContactPointEntity,
  ContractEntity,
  DeputyEntity,
  DriverEntity,
  EmergencyAccessEntity,
  FactEntity,
  ...figureEntities,
  FileEntity,
  JourneyClockEntity,
  JourneyEntity,
  JourneyTaskEntity,
  NoteEntity,
  OutboxEntity,
  PersonKeyEntity,
  PlacementEntity,
  ...privacyEntities,
  RecordEntity,
  RecordProposalEntity,
  ReminderEntity,
  ...reportEntities,
  HandoverEntity,
  TaskReminderEntity,
  SnoozeEntity,
  TemplateEntity,
  WakeEntity,
  WebhookDeliveryEntity,
  WebhookEntity,
];
