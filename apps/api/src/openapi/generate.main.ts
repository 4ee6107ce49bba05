import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { API_CONTROLLERS } from '../controllers';
import { Draining } from '../draining';
import { LineSender } from '../http/line-sender';
import { ACCOUNT_DOOR } from '../accounts/account-door.token';
import { AUDIT, NOW } from '../audit/audit.tokens';
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
} from '../ports';
import { ColleagueList } from '../inbox/colleague-list';
import { ApiDocument } from './api-document';
import { documentOf, documentText } from './document';

/** The routes alone: in preview mode no controller is made, so their parts are names without anything behind them. */
@Module({
  controllers: [...API_CONTROLLERS],
  providers: [
    ApiDocument,
    ColleagueList,
    Draining,
    LineSender,
    ACCOUNT_DOOR,
    AUDIT,
    NOW,
    PLAIN_JOURNEYS,
    ADDRESS_BOOK,
    CHANGES,
    CHANNELS,
    COHORT,
    JOURNEYS,
    FILES,
    PRIVACY,
    REPORTING,
    SECURITY,
    SHEET_DOCUMENTS,
    SHEET_WRITERS,
    WEBHOOKS,
    SHEETS,
    DATABASE,
    LOGGER,
    MEASURE,
  ].map((provide) => ({
    provide,
    useValue: null,
  })),
})
class Routes {}

async function main(): Promise<void> {
  const app = await NestFactory.create(Routes, { preview: true, logger: false, abortOnError: false });
  writeFileSync(join(process.cwd(), 'openapi.json'), documentText(documentOf(app)));
}

main().catch((error: unknown) => {
  process.stderr.write(`openapi.json could not be written: ${String(error)}\n`);
  process.exitCode = 1;
});
