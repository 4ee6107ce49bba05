import { Module, type DynamicModule } from '@nestjs/common';
import { API_CONTROLLERS } from './controllers';
import { Draining } from './draining';
import { ApiDocument } from './openapi/api-document';
import { DATABASE, JOURNEYS, LOGGER, SHEETS, type ApiParts } from './ports';

/** Binds the parts to the controllers; they are made elsewhere. */
@Module({})
export class ApiModule {
  static of({ journeys, sheets, database, draining, logger }: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      controllers: [...API_CONTROLLERS],
      providers: [
        ApiDocument,
        { provide: JOURNEYS, useValue: journeys },
        { provide: SHEETS, useValue: sheets },
        { provide: DATABASE, useValue: database },
        { provide: LOGGER, useValue: logger },
        { provide: Draining, useValue: draining },
      ],
    };
  }
}
