import { addDays, daysIncluded, type Day, type JsonObject } from '@lotse/domain';
import type { PersonCommands } from '@lotse/journeys';
import { lifeOf, type Step } from './life';
import { ORIGINS, type Origin } from './names';
import type { Network } from './network';
import { randomOf, type Random } from './random';

const originOf = (random: Random): Origin => {
  let place = random.share() * ORIGINS.reduce((sum, { weight }) => sum + weight, 0);
  return ORIGINS.find(({ weight }) => (place -= weight) < 0) ?? random.pick(ORIGINS);
};

/** The record of a person. A name tells nothing of anybody: it is put together by chance. */
function personLine(person: string, random: Random, nominatedOn: Day): JsonObject {
  const { country, female, male, family } = originOf(random);
  const gender = random.perCent(45) ? 'female' : 'male';
  return {
    type: 'person',
    id: person,
    givenName: random.pick(gender === 'female' ? female : male),
    familyName: random.pick(family[gender]),
    bornOn: addDays(nominatedOn, -random.between(19 * 365, 34 * 365)),
    gender: random.perCent(1) ? 'diverse' : gender,
    nationality: country,
  };
}

/** Mostly recorded some days later at the latest; a few weeks later where somebody forgot it. */
const delay = (random: Random): number => (random.perCent(5) ? random.between(10, 60) : random.between(0, 3));

interface Dated extends Step {
  readonly recordedOn: Day;
}

/** In the order in which they were recorded: never before they happened, never after today. */
function recorded(steps: readonly Step[], random: Random, today: Day): Dated[] {
  let latest = '';
  return steps.flatMap((step) => {
    const wanted = addDays(step.on, delay(random));
    const recordedOn = wanted > latest ? wanted : latest;
    latest = recordedOn;
    return recordedOn < today ? [{ ...step, recordedOn }] : [];
  });
}

/** A month that was reported wrongly, put right some weeks later. */
function correction(
  steps: readonly Dated[],
  random: Random,
  today: Day,
): { of: number; step: Dated } | undefined {
  const months = steps.flatMap(({ command }, index) => (command === 'confirm-month' ? [index] : []));
  if (months.length === 0 || !random.perCent(20)) return undefined;
  const of = random.pick(months);
  const last = steps.at(-1);
  if (last === undefined) return undefined;
  const recordedOn = addDays(last.recordedOn, random.between(1, 30));
  if (recordedOn >= today) return undefined;
  const data = { reason: 'Stundenzettel nachgereicht', data: { workedDays: random.between(24, 36) / 2 } };
  return { of, step: { command: 'correct', on: recordedOn, by: { role: 'coordinator' }, data, recordedOn } };
}

export interface GeneratedPerson {
  readonly record: JsonObject;
  readonly commands: PersonCommands;
}

/** One person with a journey, the same for the same seed and number. */
export function personOf(network: Network, seed: number, number: number, today: Day): GeneratedPerson {
  const random = randomOf(seed, number);
  const id = String(number + 1).padStart(6, '0');
  const [person, journey] = [`${network.programme}-p${id}`, `${network.programme}-j${id}`];
  const nominatedOn = addDays(network.from, random.between(20, daysIncluded(network.from, today) - 40));
  const cast = {
    journey,
    person,
    network,
    university: random.pick(network.universities),
    company: random.pick(network.companies),
    random,
  };
  const steps = recorded(lifeOf(cast, nominatedOn), random, today);
  const corrected = correction(steps, random, today);
  const commandId = (index: number): string => `${journey}-c${index + 1}`;
  const commands = [...steps, ...(corrected === undefined ? [] : [corrected.step])].map(
    ({ command, on, by, data, recordedOn }, index): JsonObject => ({
      id: commandId(index),
      journey,
      command,
      happenedOn: on,
      by: { ...by },
      data:
        corrected !== undefined && index === steps.length
          ? { ...data, supersedes: commandId(corrected.of) }
          : data,
      recordedAt: `${recordedOn}T10:${String(index % 60).padStart(2, '0')}:00.000Z`,
    }),
  );
  return {
    record: { ...personLine(person, random, nominatedOn), recordedAt: `${nominatedOn}T07:00:00.000Z` },
    commands: { programme: network.programme, person, commands },
  };
}
