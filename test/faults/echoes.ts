import type { Command } from '@lotse/domain';
import type { DriverParts } from './driver-parts';
import type { Random } from './random';

/** Longest time until something is told again, in milliseconds: beyond restarts and changes of stage. */
const LATEST_MS = 20_000;

interface Echo {
  readonly command: Command;
  readonly at: number;
}

/**
 * Everything acknowledged is sent again one to four times, later and in another order. Each answer has to be the first one
 * repeated; with another body the id has to be refused.
 */
export class Echoes {
  #waiting: Echo[] = [];

  constructor(
    private readonly parts: DriverParts,
    private readonly random: Random,
  ) {}

  add(command: Command): void {
    const now = performance.now();
    for (let times = this.random.whole(1, 4); times > 0; times -= 1)
      this.#waiting.push({ command, at: now + this.random.next() * LATEST_MS });
  }

  async sendDue(): Promise<void> {
    const now = performance.now();
    const due = this.#waiting.filter(({ at }) => at <= now);
    this.#waiting = this.#waiting.filter(({ at }) => at > now);
    for (const { command } of this.random.shuffled(due)) await this.#send(command);
  }

  async sendAll(): Promise<void> {
    const left = this.#waiting;
    this.#waiting = [];
    for (const { command } of this.random.shuffled(left)) await this.#send(command);
  }

  /** Once: what finds nobody at home is not sent again, since others of the same command are. */
  async #send(command: Command): Promise<void> {
    const { api, tally, ledger } = this.parts;
    const isOther = this.random.happens(0.05);
    const { data } = command;
    const reply = await api.give(isOther ? { ...command, data: { ...data, forged: true } } : command);
    if (reply.kind === 'unanswered') return tally.missed(reply.code);
    const known = ledger.get(command.id)?.version;
    const expected = isOther ? 'refused id-clash' : `repeated ${known}`;
    const seen = reply.kind === 'refused' ? `refused ${reply.code}` : `${reply.kind} ${reply.version}`;
    if (seen !== expected) tally.violations.push(`${command.id} told again: ${seen} instead of ${expected}`);
    else if (isOther) tally.clashes += 1;
    else tally.repeated += 1;
  }
}
