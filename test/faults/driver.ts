import type { Command } from '@lotse/domain';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply } from './api-client';
import type { DriverParts } from './driver-parts';
import { Echoes } from './echoes';
import type { Acknowledged } from './ledger';
import { traveller, type Traveller } from './people';
import type { Random } from './random';

/** After this long without an answer a command counts as lost; every fault heals sooner. */
const GIVE_UP_MS = 180_000;
/** How far ahead of its turn a command may be sent. */
const FURTHEST_AHEAD = 2;

interface Way {
  readonly traveller: Traveller;
  readonly random: Random;
  readonly echoes: Echoes;
  readonly pending: Command[];
  isRecorded: boolean;
}

/**
 * People at work: each leads one journey after the other, some commands before their turn, some twice at once, and tells
 * everything that was acknowledged once more later. What is not answered is sent again with the same id until it is.
 */
export class Driver {
  readonly #ways: Way[] = [];
  #isResting = false;
  #started = 0;

  constructor(private readonly parts: DriverParts) {}

  /** Journeys that have begun and not come to their end. */
  underWay(): string[] {
    return this.#ways
      .filter(
        ({ pending, traveller: { commands } }) => pending.length > 0 && pending.length < commands.length,
      )
      .map(({ traveller: { journey } }) => journey);
  }

  /** Every journey that was begun. */
  begun(): string[] {
    return this.#ways.map(({ traveller: { journey } }) => journey);
  }

  /** So many people work until `rest` is called. */
  async work(people: number): Promise<void> {
    await Promise.all(
      Array.from({ length: people }, async () => {
        while (!this.#isResting) await this.#lead(this.#begin());
      }),
    );
    this.parts.tally.rest();
  }

  /** Everybody ends what they are at; `work` resolves then. */
  rest(): void {
    this.#isResting = true;
  }

  /** Leads every journey that was begun to its end, with nothing sent ahead of its turn. */
  async finish(): Promise<void> {
    this.#isResting = false;
    const waiting = [...this.#ways];
    const one = async (): Promise<void> => {
      for (let way = waiting.pop(); way !== undefined; way = waiting.pop()) {
        await this.#lead(way);
        await way.echoes.sendAll();
      }
    };
    await Promise.all(Array.from({ length: 8 }, one));
    this.parts.tally.rest();
  }

  #begin(): Way {
    this.#started += 1;
    const who = traveller(this.#started);
    const random = this.parts.random.branch();
    const way: Way = {
      traveller: who,
      random,
      echoes: new Echoes(this.parts, random.branch()),
      pending: [...who.commands],
      isRecorded: false,
    };
    this.#ways.push(way);
    return way;
  }

  async #lead(way: Way): Promise<void> {
    const { traveller: who, pending, random, echoes } = way;
    if (!way.isRecorded) {
      const reply = await this.#untilAnswered(who.journey, () => this.parts.api.record([who.record]));
      if (reply.kind === 'refused')
        throw new Error(`${who.journey}: the person was refused: ${reply.detail}`);
      way.isRecorded = true;
    }
    while (pending.length > 0 && !this.#isResting) {
      const ahead = nextOf(pending, random);
      const command = pending[ahead];
      if (command === undefined) return;
      const reply = await this.#give(command, random);
      if (reply.kind !== 'refused') {
        pending.splice(ahead, 1);
        this.#acknowledge({ id: command.id, journey: command.journey, version: reply.version });
        echoes.add(command);
      } else if (ahead > 0) this.parts.tally.early += 1;
      else throw new Error(`${command.id} was refused: ${reply.code} ${reply.detail}`);
      await echoes.sendDue();
      await sleep(random.next() * this.parts.thinkMs);
    }
  }

  async #give(command: Command, random: Random): Promise<Exclude<Reply, { kind: 'unanswered' }>> {
    const { api, tally } = this.parts;
    if (random.happens(0.03)) {
      // The line is cut at some moment after sending: what became of the command only the next attempt tells.
      const cut = AbortSignal.timeout(random.whole(0, 25));
      const reply = await api.give(command, cut);
      if (reply.kind === 'unanswered') tally.hungUp += 1;
      else if (reply.kind !== 'refused') return reply;
    }
    const isDouble = random.happens(0.1);
    const twin = isDouble ? api.give(command) : undefined;
    const reply = await this.#untilAnswered(command.id, () => api.give(command));
    const other = await twin;
    if (other?.kind === 'accepted' && reply.kind === 'accepted')
      this.#violated(`${command.id} was accepted twice`);
    if (other !== undefined && 'version' in other && 'version' in reply && other.version !== reply.version)
      this.#violated(`${command.id} has two versions: ${other.version} and ${reply.version}`);
    if (reply.kind === 'repeated') tally.repeated += 1;
    return reply;
  }

  async #untilAnswered(
    what: string,
    attempt: () => Promise<Reply>,
  ): Promise<Exclude<Reply, { kind: 'unanswered' }>> {
    const end = performance.now() + GIVE_UP_MS;
    for (;;) {
      const reply = await attempt();
      if (reply.kind !== 'unanswered') return reply;
      this.parts.tally.missed(reply.code);
      if (performance.now() > end) throw new Error(`${what} had no answer for ${GIVE_UP_MS / 1_000} s`);
      await sleep(150);
    }
  }

  #acknowledge(entry: Acknowledged): void {
    this.parts.ledger.append(entry);
    this.parts.tally.acknowledge();
  }

  #violated(what: string): void {
    this.parts.tally.violations.push(what);
  }
}

/** Mostly the first; sometimes one ahead of its turn. A move is never sent before another move: stages have one order. */
function nextOf(pending: readonly Command[], random: Random): number {
  const ahead = random.happens(0.15) ? random.whole(1, FURTHEST_AHEAD) : 0;
  const command = pending[ahead];
  if (command === undefined) return 0;
  const overtakes = pending.slice(0, ahead).some((earlier) => earlier.command === 'advance');
  return command.command === 'advance' && overtakes ? 0 : ahead;
}
