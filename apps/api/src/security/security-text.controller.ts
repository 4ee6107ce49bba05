import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { NOW } from '../audit/audit.tokens';
import { SECURITY } from '../ports';
import { Problem } from '../problems/problem';
import { SECURITY_PATH, securityText, type SecuritySettings } from './security-text';

/** Whom to tell of a weakness, where those who look for it look. */
@ApiExcludeController()
@Controller()
export class SecurityTextController {
  constructor(
    @Inject(SECURITY) private readonly settings: SecuritySettings,
    @Inject(NOW) private readonly now: () => Date,
  ) {}

  @Get(SECURITY_PATH)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  get(): string {
    const text = securityText(this.settings, this.now());
    if (text === undefined)
      throw new Problem('route-unknown', { detail: 'Nobody is named for reports: see SECURITY_CONTACT.' });
    return text;
  }
}
