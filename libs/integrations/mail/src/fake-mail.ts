import type { Letter, MailPort, Posted } from '@lotse/journeys';

/** A mail server in memory: keeps what was sent and answers as told. */
export class FakeMail implements MailPort {
  /** Every letter that was accepted, in order. */
  readonly accepted: Letter[] = [];
  /** Answers still to be given, the first one first; then everything is accepted. */
  readonly answers: Posted[] = [];

  async send(letter: Letter): Promise<Posted> {
    const posted = this.answers.shift() ?? { result: 'accepted' };
    if (posted.result === 'accepted') this.accepted.push(letter);
    return posted;
  }
}
