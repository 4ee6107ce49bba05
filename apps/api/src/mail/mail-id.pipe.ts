import type { PipeTransform } from '@nestjs/common';
import { Problem } from '../problems/problem';

/** `mail.<contact point>.<day>`, or `deputy.<account>.<programme>.<day>`; longer than an id. */
const MAIL_ID = /^[A-Za-z0-9._-]{1,160}$/;

/** The id of a mail in the address. What cannot be one is not asked for. @throws Problem */
export class MailIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (MAIL_ID.test(value)) return value;
    throw new Problem('mail-unknown', { detail: 'There is no mail of that id: list the dead letters.' });
  }
}
