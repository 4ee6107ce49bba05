import { ApiProperty, ApiSchema } from '@nestjs/swagger';

@ApiSchema({ description: 'Whether this process runs.' })
export class LiveResponse {
  @ApiProperty({ enum: ['live'], description: 'Always live when there is an answer.', example: 'live' })
  readonly status = 'live';
}

@ApiSchema({ description: 'One reason why this process takes no requests.' })
export class NotReadyReason {
  @ApiProperty({
    enum: ['database-unavailable', 'shutting-down'],
    description: 'Stable code.',
    example: 'database-unavailable',
  })
  readonly code: 'database-unavailable' | 'shutting-down';

  @ApiProperty({ type: String, description: 'What it means.', example: 'The database does not answer.' })
  readonly detail: string;

  constructor(code: 'database-unavailable' | 'shutting-down', detail: string) {
    this.code = code;
    this.detail = detail;
  }
}

@ApiSchema({ description: 'Whether this process takes requests, and if not, why.' })
export class ReadyResponse {
  @ApiProperty({
    enum: ['ready', 'not-ready'],
    description: 'not-ready comes with status 503.',
    example: 'ready',
  })
  readonly status: 'ready' | 'not-ready';

  @ApiProperty({ type: [NotReadyReason], description: 'Empty when ready.' })
  readonly reasons: readonly NotReadyReason[];

  constructor(reasons: readonly NotReadyReason[]) {
    this.status = reasons.length === 0 ? 'ready' : 'not-ready';
    this.reasons = reasons;
  }
}
