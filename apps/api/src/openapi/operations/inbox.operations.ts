import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { HandoverRequest } from '../../inbox/handover.request';
import { SnoozeRequest } from '../../inbox/snooze.request';
import { Problems } from '../problem-responses';
import { createdJson, guarded, JSON_BODY_PROBLEMS, okJson } from './parts';

export const ApiInbox = (): MethodDecorator =>
  applyDecorators(
    guarded('inbox', {
      operationId: 'listTasks',
      summary: 'List what is to be done',
      description:
        'Open clocks and unmet guards as tasks, the earliest due first, those without a day last, a page at a time; the filters go together.',
    }),
    okJson('InboxPage', 'One page.'),
    Problems('fields-invalid'),
  );

export const ApiSnooze = (): MethodDecorator =>
  applyDecorators(
    guarded('inbox', {
      operationId: 'snoozeTask',
      summary: 'Put a task off',
      description:
        'Hides a task from the inbox until a day. The clock itself is not moved. A later one takes the place of an earlier one.',
    }),
    ApiResponse({ status: 201, description: 'It is put off.', type: SnoozeRequest }),
    Problems(
      'journey-unknown',
      'reference-unknown',
      'day-not-allowed',
      'fields-invalid',
      ...JSON_BODY_PROBLEMS,
    ),
  );

export const ApiRemind = (): MethodDecorator =>
  applyDecorators(
    guarded('inbox', {
      operationId: 'remindOfTask',
      summary: 'Remind of a task',
      description:
        'Sends the mail of a task to the addresses of the role that has to act, with their next mail of the day. At most once a day for each task: the same again answers `repeated` and sends nothing. `reference-unknown` with guard `contact-point` when no address is known, or a withdrawn consent forbids the mail.',
    }),
    createdJson('TaskReminder', 'Who is reminded.'),
    Problems('journey-unknown', 'reference-unknown', 'fields-invalid', ...JSON_BODY_PROBLEMS),
  );

export const ApiHandOver = (): MethodDecorator =>
  applyDecorators(
    guarded('inbox', {
      operationId: 'handOverTask',
      summary: 'Hand a task over',
      description:
        'Says which colleague does a task from now on, and why: one of the list of colleagues; `reference-unknown` with guard `colleague` for any other account. The task stays in the inbox of its role; a later one takes the place of an earlier one.',
    }),
    ApiResponse({ status: 201, description: 'It is handed over.', type: HandoverRequest }),
    Problems('journey-unknown', 'reference-unknown', 'fields-invalid', ...JSON_BODY_PROBLEMS),
  );

export const ApiColleagues = (): MethodDecorator =>
  applyDecorators(
    guarded('inbox', {
      operationId: 'listColleagues',
      summary: 'List colleagues',
      description:
        'Accounts that a task can be handed to: of the same role and organisation in a common programme, by name, the asker among them. Coordinators and administrators are colleagues of each other.',
    }),
    okJson('Colleagues', 'Their ids and names.'),
    Problems(),
  );
