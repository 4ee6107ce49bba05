import { ApiTokenEntity } from './api-token.entity';
import { CommandEntity } from './command.entity';
import { ContractEntity } from './contract.entity';
import { DriverEntity } from './driver.entity';
import { FactEntity } from './fact.entity';
import { JourneyEntity } from './journey.entity';
import { PersonKeyEntity } from './person-key.entity';
import { PlacementEntity } from './placement.entity';
import { RecordEntity } from './record.entity';
import { WakeEntity } from './wake.entity';

/** Every table, for the drift check of the migrations. */
export const entities = [
  ApiTokenEntity,
  CommandEntity,
  ContractEntity,
  DriverEntity,
  FactEntity,
  JourneyEntity,
  PersonKeyEntity,
  PlacementEntity,
  RecordEntity,
  WakeEntity,
];
