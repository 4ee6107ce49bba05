import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { Module, type DynamicModule } from '@nestjs/common';
import type { AccountDoor } from './accounts/account-door';
import { ACCOUNT_DOOR } from './accounts/account-door.token';
import { AuditInterceptor } from './audit/audit.interceptor';
import { AUDIT, NOW } from './audit/audit.tokens';
import { seenCohort } from './cohort/seen-cohort';
import { API_CONTROLLERS } from './controllers';
import { Draining } from './draining';
import { ChangeFeed } from './events/change-feed';
import { LineSender } from './http/line-sender';
import { ColleagueList } from './inbox/colleague-list';
import { ApiDocument } from './openapi/api-document';
import { asker } from './policy/asker';
import { PolicyGuard } from './policy/policy.guard';
import { seenDocuments } from './policy/seen-documents';
import { seenJourneys } from './policy/seen-journeys';
import { seenSheets } from './policy/seen-sheets';
import {
  ADDRESS_BOOK,
  CHANGES,
  CHANNELS,
  COHORT,
  DATABASE,
  FILES,
  JOURNEYS,
  LOGGER,
  MEASURE,
  PLAIN_JOURNEYS,
  PRIVACY,
  REPORTING,
  SECURITY,
  SHEET_DOCUMENTS,
  SHEET_WRITERS,
  WEBHOOKS,
  SHEETS,
  type ApiParts,
} from './ports';

/** Binds the parts to the controllers; they are made elsewhere. */
@Module({})
export class ApiModule {
  static of(
    {
      journeys,
      cohort,
      sheets,
      documents,
      sheetWriters,
      reporting,
      webhooks,
      addressBook,
      channels,
      audit,
      files,
      privacy,
      database,
      draining,
      logger,
      changes = new ChangeFeed(),
      security = {},
      now = () => new Date(),
      measure = () => Promise.resolve({ at: now() }),
    }: ApiParts,
    accountDoor: AccountDoor,
  ): DynamicModule {
    return {
      module: ApiModule,
      controllers: [...API_CONTROLLERS],
      providers: [
        ApiDocument,
        ColleagueList,
        LineSender,
        { provide: ACCOUNT_DOOR, useValue: accountDoor },
        { provide: CHANNELS, useValue: channels },
        { provide: CHANGES, useValue: changes },
        { provide: COHORT, useValue: seenCohort(cohort, asker) },
        { provide: ADDRESS_BOOK, useValue: addressBook },
        { provide: APP_GUARD, useClass: PolicyGuard },
        { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
        { provide: AUDIT, useValue: audit },
        { provide: FILES, useValue: files },
        { provide: SECURITY, useValue: security },
        { provide: NOW, useValue: now },
        { provide: PLAIN_JOURNEYS, useValue: journeys },
        { provide: JOURNEYS, useValue: seenJourneys(journeys, asker) },
        { provide: PRIVACY, useValue: privacy },
        { provide: SHEETS, useValue: seenSheets(sheets, asker) },
        { provide: SHEET_DOCUMENTS, useValue: seenDocuments(documents, sheets, asker) },
        { provide: WEBHOOKS, useValue: webhooks },
        { provide: REPORTING, useValue: reporting },
        { provide: SHEET_WRITERS, useValue: sheetWriters },
        { provide: DATABASE, useValue: database },
        { provide: LOGGER, useValue: logger },
        { provide: MEASURE, useValue: measure },
        { provide: Draining, useValue: draining },
      ],
    };
  }
}
