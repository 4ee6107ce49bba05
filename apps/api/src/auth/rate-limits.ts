import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Response } from 'express';
import { Problem } from '../problems/problem';

export interface RateLimitSettings {
  /** Requests a minute of one session, token or link. */
  readonly requests: number;
  /** Refused sign-ins and tokens a minute of one address. */
  readonly refusals: number;
  /** Wrong passwords before the next try has to wait. */
  readonly logins: number;
  /** Complaints without a name, and questions after their answers, an hour of one address. */
  readonly complaints: number;
}

const MINUTE_S = 60;
const HOUR_S = 3_600;
const FIRST_WAIT_S = 5;
const LONGEST_WAIT_S = 900;
/** How many more tries the whole of an address, and all strangers at one account together, have than one of the other. */
const WIDER = { address: 10, account: 40 } as const;
/** All strangers together have as many complaints as so many addresses: a flood hides the one that counts. */
const COMPLAINING = 20;
const UNCOUNTED = Number.MAX_SAFE_INTEGER;

const seconds = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1000));

const tooMany = (response: Response, wait: number): Problem => {
  response.setHeader('Retry-After', String(wait));
  return new Problem('too-many-requests', { detail: `Ask again in ${wait} seconds.` });
};

/** An IPv6 user has a whole network of addresses: its first 64 bits count as one. */
const addressKey = (address: string | undefined): string => {
  const plain = (address ?? 'none').replace(/^::ffff:(?=\d+\.)/, '');
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain;
};

/** Who tries to sign in: as whom, from where, and whether this browser was let in before. */
export interface LoginTry {
  /** Digest of the mail address; never the address itself. */
  readonly account: string;
  readonly address: string;
  /** Digest of the browser's mark, once it was checked. */
  readonly device: string | undefined;
}

/**
 * Limits of one process, in memory. Guessing a password waits ever longer, by account and address together; strangers together
 * wait too. A browser that was let in before counts for itself alone, so that nobody can keep an owner out.
 */
export class RateLimits {
  private readonly requests: RateLimiterMemory;
  private readonly refusals: RateLimiterMemory;
  private readonly complaints: RateLimiterMemory;
  private readonly allComplaints: RateLimiterMemory;
  private readonly failures = new RateLimiterMemory({ points: UNCOUNTED, duration: HOUR_S });
  private readonly waits = new RateLimiterMemory({ points: 1, duration: 1 });

  constructor(private readonly settings: RateLimitSettings) {
    this.requests = new RateLimiterMemory({ points: settings.requests, duration: MINUTE_S });
    this.refusals = new RateLimiterMemory({ points: settings.refusals, duration: MINUTE_S });
    const { complaints } = settings;
    this.complaints = new RateLimiterMemory({ points: complaints, duration: HOUR_S });
    this.allComplaints = new RateLimiterMemory({ points: complaints * COMPLAINING, duration: HOUR_S });
  }

  /** Counts a request of a credential and tells what is left of its minute. @throws Problem `too-many-requests` */
  async request(credential: string, response: Response): Promise<void> {
    const tell = (left: RateLimiterRes): void => {
      response.setHeader('RateLimit-Limit', String(this.settings.requests));
      response.setHeader('RateLimit-Remaining', String(left.remainingPoints));
      response.setHeader('RateLimit-Reset', String(seconds(left)));
    };
    try {
      tell(await this.requests.consume(credential));
    } catch (left) {
      if (!(left instanceof RateLimiterRes)) throw left;
      tell(left);
      throw tooMany(response, seconds(left));
    }
  }

  /**
   * Counts a complaint without a name. The address is looked at for this alone and is kept nowhere: one that asks too often is
   * refused before anything of it is read. @throws Problem `too-many-requests`
   */
  async complaint(address: string, response: Response): Promise<void> {
    try {
      await this.complaints.consume(addressKey(address));
      await this.allComplaints.consume('all');
    } catch (left) {
      if (!(left instanceof RateLimiterRes)) throw left;
      throw tooMany(response, seconds(left));
    }
  }

  /** @throws Problem `too-many-requests` when an address was refused too often */
  async mayTry(address: string, response: Response): Promise<void> {
    const spent = await this.refusals.get(addressKey(address));
    if (spent !== null && spent.consumedPoints >= this.settings.refusals)
      throw tooMany(response, seconds(spent));
  }

  async refused(address: string): Promise<void> {
    await this.refusals.penalty(addressKey(address));
  }

  /** @throws Problem `too-many-requests` while a try has to wait */
  async mayLogin(attempt: LoginTry, response: Response): Promise<void> {
    for (const [key] of this.keysOf(attempt)) {
      const wait = await this.waits.get(key);
      if (wait !== null && wait.consumedPoints > 1) throw tooMany(response, seconds(wait));
    }
  }

  async loginFailed(attempt: LoginTry): Promise<void> {
    for (const [key, free] of this.keysOf(attempt)) {
      const { consumedPoints } = await this.failures.consume(key);
      if (consumedPoints < free) continue;
      await this.waits.block(key, Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** (consumedPoints - free)));
    }
  }

  async loginSucceeded(attempt: LoginTry): Promise<void> {
    const [first] = this.keysOf(attempt);
    if (first !== undefined) await this.failures.delete(first[0]);
  }

  private keysOf({ account, address, device }: LoginTry): (readonly [key: string, free: number])[] {
    const { logins } = this.settings;
    if (device !== undefined) return [[`device ${device}`, logins]];
    const from = addressKey(address);
    return [
      [`pair ${account} ${from}`, logins],
      [`address ${from}`, logins * WIDER.address],
      [`account ${account}`, logins * WIDER.account],
    ];
  }
}
