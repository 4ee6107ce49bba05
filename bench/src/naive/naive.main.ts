import 'reflect-metadata';
import { Controller, Get, Module, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { CaseController, DATA_SOURCE } from './case.controller';
import { CaseEntity, CaseEventEntity } from './case.entity';

const dataSource = new DataSource({
  type: 'postgres',
  url: process.env.DATABASE_URL ?? '',
  entities: [CaseEntity, CaseEventEntity],
  synchronize: true,
  poolSize: 10,
});

@Controller('health/ready')
class HealthController {
  @Get()
  ready(): object {
    return { status: 'ready' };
  }
}

@Module({
  controllers: [CaseController, HealthController],
  providers: [{ provide: DATA_SOURCE, useValue: dataSource }],
})
class NaiveModule {}

/** The naive pick as a process of its own: the same framework, HTTP server, driver and pool as the API. */
async function main(): Promise<void> {
  await dataSource.initialize();
  const app = await NestFactory.create<NestExpressApplication>(NaiveModule, { logger: false });
  app.disable('x-powered-by');
  app.disable('etag');
  app.useGlobalPipes(new ValidationPipe());
  await app.listen(Number(process.env.PORT), '127.0.0.1');
  process.once('SIGTERM', () => process.exit(0));
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
