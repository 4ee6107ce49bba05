import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import type { components } from './generated/schema';
import { answerOf } from './problem';

type Schemas = components['schemas'];
export type SampleUnit = Schemas['SampleUnit'];

export type RoomUnit = Schemas['Room']['units'][number];

export const samplesQuery = (programme: string | undefined) =>
  queryOptions({
    queryKey: ['samples', programme ?? ''],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/samples', { params: { query: programme === undefined ? {} : { programme } } }),
      ),
  });
export const sampleQuery = (sample: string) =>
  queryOptions({
    queryKey: ['samples', 'one', sample],
    queryFn: () => answerOf(api.GET('/api/v1/samples/{sample}', { params: { path: { sample } } })),
  });
export const drawSample = (body: Schemas['SampleRequest']) => answerOf(api.POST('/api/v1/samples', { body }));

const of = (sample: string) => ({ params: { path: { sample } } });
export const noteFinding = (sample: string, body: Schemas['FindingRequest']) =>
  answerOf(api.POST('/api/v1/samples/{sample}/findings', { ...of(sample), body }));
export const answerFinding = (sample: string, body: Schemas['AnswerRequest']) =>
  answerOf(api.POST('/api/v1/samples/{sample}/answers', { ...of(sample), body }));
export const settleFinding = (sample: string, body: Schemas['OutcomeRequest']) =>
  answerOf(api.POST('/api/v1/samples/{sample}/outcomes', { ...of(sample), body }));
export const openRoom = (sample: string, body: Schemas['RoomRequest']) =>
  answerOf(api.POST('/api/v1/samples/{sample}/rooms', { ...of(sample), body }));

export const roomsQuery = (programme: string | undefined) =>
  queryOptions({
    queryKey: ['rooms', 'all', programme ?? ''],
    queryFn: () =>
      answerOf(api.GET('/api/v1/rooms', { params: { query: programme === undefined ? {} : { programme } } })),
  });
/** Who opened what in a room, the youngest first. @param cursor of a page after the first */
export const roomLog = (room: string, cursor: string) =>
  answerOf(
    api.GET('/api/v1/rooms/{room}/log', {
      params: { path: { room }, query: cursor === '' ? {} : { cursor } },
    }),
  );

export const roomQuery = (room: string) =>
  queryOptions({
    queryKey: ['rooms', room],
    queryFn: () => answerOf(api.GET('/api/v1/rooms/{room}', { params: { path: { room } } })),
  });
