import { ApiSchema } from '@nestjs/swagger';
import { TaskRequest } from './task.request';

@ApiSchema({ description: 'Has the mail of a task sent to those who are to do it.' })
export class RemindRequest extends TaskRequest {}
