import { post, type Target } from './http-client';
import { TODAY, type Step } from './workload';

let serial = 0;

/** Gives one command; answers the journey's version after it. @throws Error with the refusal: in a bench nothing is refused. */
export async function giveCommand(target: Target, journey: string, step: Step): Promise<number> {
  serial += 1;
  const body = JSON.stringify({ id: `bench-${process.pid}-${serial}`, happenedOn: TODAY, ...step });
  const reply = await post(target, `/api/v1/journeys/${journey}/commands`, body);
  if (reply.status !== 201)
    throw new Error(`${target.name}: ${step.command} of ${journey}: ${reply.status} ${reply.body}`);
  const answer: unknown = JSON.parse(reply.body);
  if (
    typeof answer === 'object' &&
    answer !== null &&
    'version' in answer &&
    typeof answer.version === 'number'
  )
    return answer.version;
  throw new Error(`${target.name} answered without a version: ${reply.body}`);
}
