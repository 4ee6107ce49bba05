import { Body, ConflictException, Controller, Inject, Param, Post } from '@nestjs/common';
import { IsObject, IsString, Matches, MaxLength } from 'class-validator';
import type { DataSource } from 'typeorm';
import { CaseEntity, CaseEventEntity } from './case.entity';

export class CommandDto {
  @IsString()
  @MaxLength(64)
  id!: string;

  @IsString()
  @MaxLength(64)
  command!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  happenedOn!: string;

  @IsObject()
  by!: Record<string, unknown>;

  @IsObject()
  data!: Record<string, unknown>;
}

/** Which status a move may start from: the only rule that the naive pick keeps. */
const BEFORE: Readonly<Record<string, string>> = {
  SEL: 'NOM',
  COM: 'SEL',
  MAT: 'COM',
  PRE: 'MAT',
  INT: 'PRE',
  EVA: 'INT',
  RET: 'EVA',
};

export const DATA_SOURCE = Symbol('data source');

/** One transaction a command: lock the row, look at its status, save it, insert the event. */
@Controller('api/v1/journeys/:id/commands')
export class CaseController {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  @Post()
  async submit(
    @Param('id') id: string,
    @Body() { command, happenedOn, by, data }: CommandDto,
  ): Promise<{ version: number }> {
    return this.dataSource.transaction(async (manager) => {
      const locked = await manager.findOne(CaseEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      const found =
        locked ?? manager.create(CaseEntity, { id, person: String(data.person), status: 'NOM', version: 0 });
      if ((locked === null) !== (command === 'nominate')) throw new ConflictException();
      if (command === 'advance') {
        if (BEFORE[String(data.to)] !== found.status) throw new ConflictException();
        found.status = String(data.to);
      }
      found.version += 1;
      await manager.save(found);
      await manager.insert(CaseEventEntity, { caseId: id, command, happenedOn, body: { by, data } });
      return { version: found.version };
    });
  }
}
