import type { ClockPort } from '@lotse/journeys';
import { systemFigures } from '@lotse/persistence';
import { lookAtTemporal, type ApiConfig } from '@lotse/platform';
import type { DataSource } from 'typeorm';
import { createMeasure, type Measure } from './measure';

/** Looks at the database, and at Temporal where the API was told of it. */
export function makeMeasure(config: ApiConfig, dataSource: DataSource, clock: ClockPort): Measure {
  const { TEMPORAL_ADDRESS } = config;
  return createMeasure({
    now: () => clock.now(),
    figures: () => systemFigures(dataSource),
    home: config.LOTSE_HOME,
    ...(TEMPORAL_ADDRESS === undefined
      ? {}
      : { temporal: () => lookAtTemporal({ ...config, TEMPORAL_ADDRESS }) }),
  });
}
