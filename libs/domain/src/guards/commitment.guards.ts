import type { Guard, Judgement } from './guard';

const approvedText = ({ context: { template }, day }: Judgement, version: unknown): boolean =>
  template.texts.some(
    (text) =>
      text.version === version &&
      text.withdrawalRightShown &&
      text.noPenaltyClause &&
      text.from <= day &&
      (text.to === undefined || day <= text.to),
  );

/** Guards of the self-commitment (domain.md §3.5: COM). */
export const COMMITMENT_GUARDS: readonly Guard[] = [
  {
    code: 'text-approved',
    who: ['coordinator'],
    metBy: [],
    text: 'A textVersion that the template approves for the day: withdrawal right shown, no penalty clause',
    check: (judged) => approvedText(judged, judged.command?.data.textVersion),
  },
  {
    code: 'commitment-issued',
    who: ['coordinator'],
    metBy: ['issue-commitment'],
    text: 'The commitment must have been issued by that day',
    check: ({ state }) => state.commitment.issued !== undefined,
  },
  {
    code: 'text-as-issued',
    who: ['candidate', 'coordinator'],
    metBy: ['issue-commitment'],
    text: 'The signed textVersion is the one that was issued',
    check: ({ state, command }) =>
      state.commitment.issued === undefined ||
      state.commitment.issued.textVersion === command?.data.textVersion,
  },
  {
    code: 'no-fees-paid',
    who: ['coordinator'],
    metBy: ['withdraw', 'close'],
    text: 'Nobody who had to pay fees can be signed up: have the fees paid back and sign with noFeesPaid true',
    check: ({ command }) => command?.data.noFeesPaid === true,
  },
  {
    code: 'commitment-unsigned',
    who: ['candidate'],
    metBy: ['withdraw-commitment', 'correct'],
    text: 'The commitment is signed already',
    check: ({ state }) => state.commitment.signed === undefined,
  },
  {
    code: 'commitment-languages',
    who: ['coordinator'],
    metBy: ['issue-commitment'],
    text: "The commitment issued in German and in the candidate's own language",
    check: ({ state: { commitment, consents } }) =>
      ['de', consents.participation?.language ?? 'de'].every(
        (language) => commitment.issued?.languages.includes(language) === true,
      ),
  },
  {
    code: 'commitment-signed',
    who: ['candidate'],
    metBy: ['sign-commitment'],
    text: "The candidate's signature on the commitment, with the statement that no fees were paid",
    check: ({ state }) => state.commitment.signed !== undefined,
  },
  {
    code: 'commitment-countersigned',
    who: ['coordinator'],
    metBy: ['countersign-commitment'],
    text: 'The countersignature on the commitment',
    check: ({ state }) => state.commitment.countersignedOn !== undefined,
  },
  {
    code: 'commitment-text-approved',
    who: ['coordinator'],
    metBy: ['issue-commitment'],
    text: 'A signed text that shows the right to withdraw and holds no penalty clause',
    check: (judged) =>
      judged.state.commitment.signed !== undefined &&
      approvedText(
        { ...judged, day: judged.state.commitment.signed.on },
        judged.state.commitment.signed.textVersion,
      ),
  },
  {
    code: 'commitment-waived',
    who: ['coordinator'],
    metBy: ['waive-commitment'],
    text: 'A waiver that a second person approved',
    check: ({ state }) => state.commitment.waivedOn !== undefined,
  },
  {
    code: 'approved-by-second-person',
    who: ['administrator'],
    metBy: [],
    text: 'approvedBy names a second person, not the one who submits',
    check: ({ command, context: { stamp } }) =>
      command?.data.approvedBy === undefined || command.data.approvedBy !== stamp.submittedBy,
  },
];
