import { applyDecorators } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Problems } from '../problem-responses';
import { createdJson, guarded, JOURNEY_PARAM, JSON_BODY_PROBLEMS, okJson, pathParam } from './parts';

const APPROVAL = pathParam('approval', 'Id of the approval.', 'approval-1');
const COMPLAINT = pathParam('complaint', 'Id of the complaint.', 'complaint-1');
const WRITES = ['fields-invalid', 'actor-not-allowed', 'id-clash', ...JSON_BODY_PROBLEMS] as const;

export const ApiNotes = (): MethodDecorator =>
  applyDecorators(
    guarded('notes', {
      operationId: 'listNotes',
      summary: 'List notes of a journey',
      description:
        'Shared notes, and internal ones of your own side. Internal notes of others do not exist for you.',
    }),
    JOURNEY_PARAM,
    okJson('Notes', 'The notes in order of writing.'),
    Problems('journey-unknown'),
  );

export const ApiWriteNote = (): MethodDecorator =>
  applyDecorators(
    guarded('notes', {
      operationId: 'writeNote',
      summary: 'Write a note',
      description:
        'For your own side, or for every party of the journey. Stored encrypted. The same again is a repeat.',
    }),
    JOURNEY_PARAM,
    createdJson('CreatedId', 'It is written.'),
    Problems('journey-unknown', ...WRITES),
  );

export const ApiJourneyComplaints = (): MethodDecorator =>
  applyDecorators(
    guarded('complaints', {
      operationId: 'listJourneyComplaints',
      summary: 'List complaints of a journey',
      description: 'For the candidate and for those who are named for the confidential channel.',
    }),
    JOURNEY_PARAM,
    okJson('JourneyComplaints', 'Their facts in order.'),
    Problems('journey-unknown'),
  );

export const ApiFileComplaint = (): MethodDecorator =>
  applyDecorators(
    guarded('complaints', {
      operationId: 'fileComplaint',
      summary: 'File a complaint',
      description:
        'In your own journey. No company and no mentor learns of it. It is acknowledged within P3D and answered within P14D.',
    }),
    JOURNEY_PARAM,
    createdJson('CreatedId', 'It is filed.'),
    Problems('journey-unknown', ...WRITES),
  );

export const ApiAnswerComplaint = (): MethodDecorator =>
  applyDecorators(
    guarded('complaints', {
      operationId: 'answerComplaint',
      summary: 'Acknowledge or answer a complaint',
      description: 'As one of those who are named for the confidential channel.',
    }),
    JOURNEY_PARAM,
    COMPLAINT,
    okJson('CreatedId', 'The command that was taken.'),
    Problems('journey-unknown', 'order-not-allowed', ...WRITES),
  );

export const ApiAnonymousComplaint = (): MethodDecorator =>
  applyDecorators(
    ApiTags('complaints'),
    ApiOperation({
      operationId: 'fileAnonymousComplaint',
      summary: 'File a complaint without a name',
      description: 'Nobody learns who filed it. Keep the code: with it you ask for the answer.',
    }),
    createdJson('CreatedId', 'It is filed.'),
    Problems('fields-invalid', 'id-clash', ...JSON_BODY_PROBLEMS),
  );

export const ApiFollowComplaint = (): MethodDecorator =>
  applyDecorators(
    ApiTags('complaints'),
    ApiOperation({
      operationId: 'followComplaint',
      summary: 'Ask for the answer to a complaint without a name',
      description: 'By the code that was given with it.',
    }),
    okJson('FollowedComplaint', 'How far it is.'),
    Problems('complaint-unknown', 'fields-invalid', ...JSON_BODY_PROBLEMS),
  );

export const ApiComplaints = (): MethodDecorator =>
  applyDecorators(
    guarded('complaints', {
      operationId: 'listComplaints',
      summary: 'List complaints',
      description:
        'With and without a name, of the programmes for which you are named. Texts are read one by one.',
    }),
    okJson('Complaints', 'The oldest first.'),
    Problems(),
  );

export const ApiComplaint = (): MethodDecorator =>
  applyDecorators(
    guarded('complaints', {
      operationId: 'getComplaint',
      summary: 'Read a complaint without a name',
      description: 'Its text, and the outcome once it is answered.',
    }),
    COMPLAINT,
    okJson('Complaint', 'The complaint.'),
    Problems('complaint-unknown', 'fields-invalid'),
  );

export const ApiAnswerAnonymous = (): MethodDecorator =>
  applyDecorators(
    guarded('complaints', {
      operationId: 'answerAnonymousComplaint',
      summary: 'Acknowledge or answer a complaint without a name',
      description: 'Its author reads the outcome by the code.',
    }),
    COMPLAINT,
    okJson('CreatedId', 'It is noted.'),
    Problems('complaint-unknown', 'order-not-allowed', 'fields-invalid', ...JSON_BODY_PROBLEMS),
  );

export const ApiApprovals = (): MethodDecorator =>
  applyDecorators(
    guarded('approvals', {
      operationId: 'listApprovals',
      summary: 'List approvals of a journey',
      description: 'With the commands that wait for them.',
    }),
    JOURNEY_PARAM,
    okJson('Approvals', 'In order of asking.'),
    Problems('journey-unknown'),
  );

export const ApiRequestApproval = (): MethodDecorator =>
  applyDecorators(
    guarded('approvals', {
      operationId: 'requestApproval',
      summary: 'Ask for approval of a command',
      description:
        'The command is judged now as if it were approved, and submitted when it is. What is not approved within P7D falls away.',
    }),
    JOURNEY_PARAM,
    createdJson('RequestedApproval', 'It waits.'),
    Problems('journey-unknown', 'guards-unmet', 'order-not-allowed', 'reference-unknown', ...WRITES),
  );

export const ApiGiveApproval = (): MethodDecorator =>
  applyDecorators(
    guarded('approvals', {
      operationId: 'giveApproval',
      summary: 'Approve a command',
      description: 'Nobody approves what they asked for. The last approval wanted submits the command.',
    }),
    JOURNEY_PARAM,
    APPROVAL,
    okJson('GivenApproval', 'Given, or given and submitted.'),
    Problems('journey-unknown', 'reference-unknown', 'order-not-allowed', 'guards-unmet', ...WRITES),
  );

export const ApiRevokeApproval = (): MethodDecorator =>
  applyDecorators(
    guarded('approvals', {
      operationId: 'revokeApproval',
      summary: 'Take an approval back',
      description: 'What you asked for, or your own vote; too late once the command is submitted.',
    }),
    JOURNEY_PARAM,
    APPROVAL,
    ApiNoContentResponse({ description: 'It is taken back.' }),
    Problems(
      'journey-unknown',
      'reference-unknown',
      'order-not-allowed',
      'actor-not-allowed',
      'fields-invalid',
    ),
  );

export const ApiOpenEmergency = (): MethodDecorator =>
  applyDecorators(
    guarded('emergency', {
      operationId: 'openEmergencyAccess',
      summary: 'Open a journey in an emergency',
      description:
        'For three hours at most, for reading, with a reason. The person and the data-protection lead are told by mail, and it stands in the audit.',
    }),
    JOURNEY_PARAM,
    createdJson('OpenedEmergency', 'It is open.'),
    Problems('journey-unknown', ...WRITES),
  );

export const ApiCloseEmergency = (): MethodDecorator =>
  applyDecorators(
    guarded('emergency', {
      operationId: 'closeEmergencyAccess',
      summary: 'End an emergency access',
      description: 'Before its time.',
    }),
    JOURNEY_PARAM,
    pathParam('emergency', 'Id of the access.', 'emergency-1'),
    ApiNoContentResponse({ description: 'It is over.' }),
    Problems('journey-unknown', 'emergency-unknown', 'fields-invalid'),
  );

export const ApiPolicy = (): MethodDecorator =>
  applyDecorators(
    guarded('policy', {
      operationId: 'getPolicy',
      summary: 'What you may do and see',
      description:
        'Your roles, the actions they allow somewhere, and the rows of the policy table; administrators get the whole table.',
    }),
    okJson('Policy', 'Your rights.'),
    Problems(),
  );
