import { AuditRoomEntity } from './audit-room.entity';
import { RedactionEntity } from './redaction.entity';
import { ReportEntity } from './report.entity';
import { SampleEntity } from './sample.entity';
import { SampleWordsEntity } from './sample-words.entity';
import { SampleUnitEntity } from './sample-unit.entity';

/** Tables of reports and of their checking. */
export const reportEntities = [
  ReportEntity,
  SampleEntity,
  SampleUnitEntity,
  SampleWordsEntity,
  AuditRoomEntity,
  RedactionEntity,
];
