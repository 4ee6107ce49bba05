import {
  possibleCommands,
  stageOf,
  type Day,
  type JourneyState,
  type Phase,
  type PossibleCommand,
  type Status,
} from '@lotse/domain';
import { viewJourney, type Reader } from './view-journey';

/** A journey and what can be done next. No free text and nothing of the person beyond the id. */
export interface JourneyDetail {
  readonly id: string;
  readonly programme: string;
  readonly person: string;
  readonly template: string;
  readonly stage: string;
  readonly phase: Phase;
  readonly status: Status;
  readonly version: number;
  readonly state: JourneyState;
  /** The day that `commands` is about, in the programme's time zone. */
  readonly today: Day;
  readonly commands: readonly PossibleCommand[];
  /** Members of the state that the asker does not see, if any. */
  readonly hidden?: readonly string[];
}

/** One journey as of now; null when there is none of the id. */
export async function getJourney(reader: Reader, id: string): Promise<JourneyDetail | null> {
  const viewed = await viewJourney(reader, id, reader.clock.now());
  if (viewed === undefined) return null;
  const { state, template, context } = viewed;
  const { programme, person, stage, status, version } = state;
  return {
    id: state.id,
    programme,
    person,
    template: template.id,
    stage: stage.code,
    phase: stageOf(template, stage.code).phase,
    status: status.code,
    version,
    state,
    today: context.today,
    commands: possibleCommands(state, context),
  };
}
