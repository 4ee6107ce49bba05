import type { AccountRefusal } from '@lotse/accounts';
import type { RefusalCode, SheetProblem } from '@lotse/domain';
import type { FileRefusalCode } from '@lotse/files';
import type { FigureProblem, RedactionRefusal, ReportRefusal, SampleRefusal } from '@lotse/reports';

interface Wording {
  readonly status: number;
  readonly title: string;
}

/** What the domain refuses. A new code does not compile until it has a status and a title. */
const REFUSALS = {
  'line-unreadable': { status: 400, title: 'This line cannot be read' },
  'line-too-long': { status: 413, title: 'This line is too long' },
  'unknown-type': { status: 422, title: 'There is no such type of line' },
  'unknown-command': { status: 422, title: 'There is no such command' },
  'fields-invalid': { status: 422, title: 'Fields are missing or wrong' },
  'actor-not-allowed': { status: 403, title: 'Somebody else has to do this' },
  'reference-unknown': { status: 422, title: 'Something named here has not been recorded' },
  'journey-unknown': { status: 404, title: 'There is no such journey' },
  'journey-exists': { status: 409, title: 'This journey exists already' },
  'journey-on-hold': { status: 409, title: 'The journey is on hold' },
  'journey-closed': { status: 409, title: 'The journey is closed' },
  'journey-void': { status: 409, title: 'The journey is void' },
  'version-conflict': { status: 409, title: 'The journey has moved on' },
  'id-clash': { status: 409, title: 'This id stands for another command' },
  'day-not-allowed': { status: 422, title: 'This day is not allowed' },
  'order-not-allowed': { status: 422, title: 'Something else has to happen first' },
  'guards-unmet': { status: 422, title: 'Something is still missing' },
  'not-correctable': { status: 422, title: 'This fact cannot be corrected' },
  'clock-not-open': { status: 409, title: 'This clock is not due' },
} as const satisfies Record<RefusalCode, Wording>;

/** Why there is no sheet. */
const SHEET_PROBLEMS = {
  'programme-unknown': { status: 404, title: 'There is no such programme' },
  'programme-missing': { status: 404, title: 'There is no programme yet' },
  'programme-ambiguous': { status: 422, title: 'There is more than one programme' },
  'figure-unknown': { status: 404, title: 'There is no such figure' },
  'as-of-invalid': { status: 422, title: 'This is not a day' },
  'known-at-invalid': { status: 422, title: 'This is neither a day nor an instant' },
} as const satisfies Record<SheetProblem['code'], Wording>;

/** What the HTTP door itself refuses. */
const DOOR_PROBLEMS = {
  'request-malformed': { status: 400, title: 'The request cannot be read' },
  'body-unreadable': { status: 400, title: 'The body is not JSON' },
  'body-too-deep': { status: 400, title: 'The body is nested too deeply' },
  'webhook-unknown': { status: 404, title: 'There is no such webhook' },
  'webhook-limit': { status: 409, title: 'There are too many webhooks' },
  'webhook-id-taken': { status: 409, title: 'This id is that of another webhook' },
  'record-unknown': { status: 404, title: 'There is no such record' },
  'complaint-unknown': { status: 404, title: 'There is no such complaint' },
  'person-unknown': { status: 404, title: 'There is no such person' },
  'person-erased': { status: 410, title: 'The data of this person was erased' },
  'journey-open': { status: 409, title: 'A journey is open' },
  'legal-hold': { status: 409, title: 'A legal hold stands' },
  'hold-unknown': { status: 404, title: 'There is no such hold' },
  'file-unknown': { status: 404, title: 'There is no such file' },
  'file-id-taken': { status: 409, title: 'This id is that of another file' },
  'file-pending': { status: 409, title: 'The file waits for the malware scanner' },
  'file-suspect': { status: 410, title: 'The content of this file was removed' },
  'file-erased': { status: 410, title: 'The content of this file was erased' },
  'emergency-unknown': { status: 404, title: 'There is no such emergency access' },
  'not-allowed': { status: 403, title: 'This is not yours to do' },
  'token-missing': { status: 401, title: 'A token is needed' },
  'token-unknown': { status: 401, title: 'This token is not known' },
  'route-unknown': { status: 404, title: 'There is nothing at this address' },
  'deputy-unknown': { status: 404, title: 'There is no such deputy' },
  'batch-unknown': { status: 404, title: 'There is no such bulk action' },
  'mail-unknown': { status: 404, title: 'There is no such mail' },
  'mail-not-dead': { status: 409, title: 'This mail is no dead letter' },
  'template-unknown': { status: 404, title: 'There is no such template' },
  'precondition-failed': { status: 412, title: 'It is not at the version of If-Match' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'media-type-unsupported': { status: 415, title: 'The body has another media type' },
  'origin-not-allowed': { status: 403, title: 'Another site may not ask this' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'host-not-allowed': { status: 421, title: 'This host name is not served' },
  internal: { status: 500, title: 'Something went wrong here' },
  'database-unavailable': { status: 503, title: 'The database cannot be reached' },
  'figures-not-ready': { status: 503, title: 'Figures are being made anew' },
  'shutting-down': { status: 503, title: 'This process is stopping' },
} as const satisfies Record<string, Wording>;

/** What accounts refuse. */
const ACCOUNT_PROBLEMS = {
  'login-failed': { status: 401, title: 'The sign-in failed' },
  'login-expired': { status: 401, title: 'The sign-in took too long' },
  'proof-refused': { status: 403, title: 'The proof does not hold' },
  'second-factor-missing': { status: 403, title: 'A second factor is needed' },
  'step-up-needed': { status: 403, title: 'A fresh second factor is needed' },
  'link-unknown': { status: 404, title: 'This link opens nothing' },
  'password-weak': { status: 422, title: 'The password is too weak' },
  'password-common': { status: 422, title: 'The password stands in the lists of those who guess' },
  'address-invalid': { status: 422, title: 'This is no mail address' },
  'address-taken': { status: 409, title: 'This mail address cannot be used' },
  'account-unknown': { status: 404, title: 'There is no such account' },
  'credential-unknown': { status: 404, title: 'There is nothing of this id' },
  'last-second-factor': { status: 409, title: 'The last second factor stays' },
  'grant-invalid': { status: 422, title: 'This is no grant' },
  'provider-missing': { status: 404, title: 'There is no other sign-in service' },
  'provider-unavailable': { status: 503, title: 'The other sign-in service does not answer' },
  'provider-refused': { status: 401, title: 'The other sign-in service refused' },
  'provider-no-access': { status: 403, title: 'Nothing is open to this account' },
} as const satisfies Record<AccountRefusal, Wording>;

/** Why a file is not taken. */
const FILE_PROBLEMS = {
  'file-empty': { status: 422, title: 'The file is empty' },
  'file-too-large': { status: 413, title: 'The file is too large' },
  'file-type-unknown': { status: 415, title: 'This type of file is not taken' },
  'file-type-differs': { status: 415, title: 'The file is of another type' },
  'file-broken': { status: 422, title: 'The file is damaged' },
  'file-trailing-data': { status: 422, title: 'Something follows the end of the file' },
  'file-image-too-large': { status: 422, title: 'The image has too many pixels' },
  'file-encrypted': { status: 422, title: 'The file is protected by a password' },
  'file-active-content': { status: 422, title: 'The file does something by itself' },
  'file-external-content': { status: 422, title: 'The file fetches something from elsewhere' },
  'file-archive-unsafe': { status: 422, title: 'The archive inside the file is not safe' },
  'file-name-invalid': { status: 422, title: 'The name of the file cannot be used' },
} as const satisfies Record<FileRefusalCode, Wording>;

/** Why there are no figures, no report, no sample. */
const REPORT_PROBLEMS = {
  'indicator-unknown': { status: 404, title: 'There is no such indicator' },
  'split-unknown': { status: 422, title: 'It cannot be split so' },
  'split-not-open': { status: 403, title: 'It is not split so for you' },
  'period-invalid': { status: 422, title: 'This is not a period' },
  'report-unknown': { status: 404, title: 'There is no such report' },
  'report-id-taken': { status: 409, title: 'This id is that of another report' },
  'report-closed': { status: 409, title: 'The report is closed' },
  'report-second-person': { status: 409, title: 'A second person has to sign' },
  'report-differs': { status: 409, title: 'The report comes out otherwise by now' },
  'report-in-future': { status: 422, title: 'The moment has not come yet' },
  'redaction-unknown': { status: 404, title: 'There is no such redaction' },
  'redaction-id-taken': { status: 409, title: 'This id is taken' },
  'redaction-pages': { status: 422, title: 'These are no pictures of the pages' },
  'redaction-second-person': { status: 409, title: 'A second person has to approve' },
  'sample-unknown': { status: 404, title: 'There is no such sample' },
  'sample-id-taken': { status: 409, title: 'This id is taken' },
  'sample-unit-unknown': { status: 404, title: 'This unit was not drawn' },
  'sample-order': { status: 409, title: 'Something else has to be said first' },
  'sample-over': { status: 409, title: 'The time for answers is over' },
  'room-unknown': { status: 404, title: 'There is no such room' },
} as const satisfies Record<
  | Exclude<FigureProblem['code'], SheetProblem['code']>
  | Exclude<ReportRefusal['code'], SheetProblem['code']>
  | Exclude<SampleRefusal['code'], SheetProblem['code']>
  | Exclude<RedactionRefusal['code'], 'file-unknown'>,
  Wording
>;

/** The one table from codes to statuses of HTTP; the domain knows none. */
export const PROBLEMS = {
  ...REFUSALS,
  ...SHEET_PROBLEMS,
  ...DOOR_PROBLEMS,
  ...ACCOUNT_PROBLEMS,
  ...FILE_PROBLEMS,
  ...REPORT_PROBLEMS,
};
export type ProblemCode = keyof typeof PROBLEMS;
