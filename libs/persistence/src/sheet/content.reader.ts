import type { JsonObject, SheetScope } from '@lotse/domain';
import type { KeyringPort } from '@lotse/journeys';
import type {
  NamedOrganisation,
  ProgrammeWords,
  SheetContent,
  SheetContentReader,
  SheetMaterial,
  SheetQuote,
} from '@lotse/reports';
import type { DataSource } from 'typeorm';
import { withSession } from '../stores/sql-session';
import { MATERIALS_SQL, ORGANISATIONS_SQL, PROGRAMME_SQL, QUOTES_SQL, REGIONS_SQL } from './content.sql';

/** A sheet has room for so many; the figures count all. */
const MOST_MATERIALS = 40;
const QUOTES_OF_A_KIND = 3;

interface QuoteRow {
  readonly id: string;
  readonly version: number;
  readonly respondentKind: SheetQuote['respondentKind'];
  readonly respondent: string;
  readonly on: string;
  readonly quotes: readonly string[] | null;
  readonly secret: Buffer | null;
  readonly wrappedKey: Buffer | null;
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

const TEXTS = ['goals', 'targetGroups', 'activities', 'successes', 'problem'] as const;

function wordsOf(body: unknown): ProgrammeWords {
  const name = textOf(memberOf(body, 'name'));
  const region = textOf(memberOf(body, 'region'));
  return {
    ...(name === undefined ? {} : { name }),
    ...(region === undefined ? {} : { region }),
    ...Object.fromEntries(
      TEXTS.flatMap((field) => {
        const told = memberOf(body, field);
        return told === undefined ? [] : [[field, textsOf(told)]];
      }),
    ),
  };
}

/** What somebody said. A sealed one opens with the key of the person, and is gone with it. */
function quotesOf(keyring: Pick<KeyringPort, 'open'>, row: QuoteRow): SheetQuote[] {
  const { id, version, respondent, respondentKind, on, quotes, secret, wrappedKey } = row;
  const opened =
    secret === null || wrappedKey === null
      ? undefined
      : keyring.open(wrappedKey, respondent, `record/interview/${id}/${version}`, secret);
  const told = quotes ?? textsOf(memberOf(opened, 'quotes'));
  return told.map((text) => ({ respondentKind, on, text }));
}

type OrganisationRow = NamedOrganisation & { readonly list: string; readonly address: unknown };

const listed = (rows: readonly OrganisationRow[], list: string): NamedOrganisation[] =>
  rows
    .filter((row) => row.list === list)
    .map(({ id, kind, name, address }) => {
      const lines = textsOf(address);
      return { id, kind, name, ...(lines.length === 0 ? {} : { address: lines }) };
    });

/** What stands on a sheet beside its numbers, as it was known then; every part of one moment. */
export const createSheetContentReader = (
  dataSource: DataSource,
  keyring: Pick<KeyringPort, 'open'>,
): SheetContentReader => ({
  content: ({ programme, asOf, knownAt }: SheetScope, what): Promise<SheetContent> =>
    withSession(dataSource, async (session) => {
      const query: typeof session.query = (name, text, values) => session.query(name, text, values);
      const moment = [programme, asOf, knownAt];
      const [host] = await query<{ body: JsonObject }>('sheet-programme', PROGRAMME_SQL, [
        programme,
        knownAt,
      ]);
      const body = host?.body ?? {};
      const organisations = await query<OrganisationRow & Record<string, unknown>>(
        'sheet-organisations',
        ORGANISATIONS_SQL,
        [...moment, textOf(body.carrier) ?? null, textsOf(body.funders)],
      );
      const regions = await query<{ regions: string[] }>('sheet-regions', REGIONS_SQL, moment);
      const materials = await query<SheetMaterial & Record<string, unknown>>(
        'sheet-materials',
        MATERIALS_SQL,
        [...moment, MOST_MATERIALS],
      );
      const quotes = await query<QuoteRow & Record<string, unknown>>('sheet-quotes', QUOTES_SQL, [
        ...moment,
        what.quotes ? QUOTES_OF_A_KIND : 0,
      ]);
      const [carrier] = listed(organisations, 'carrier');
      const website = textOf(body.website);
      return {
        words: wordsOf(body),
        english: wordsOf(body.english ?? {}),
        from: textOf(body.from) ?? asOf,
        to: textOf(body.to) ?? asOf,
        timeZone: textOf(body.timeZone) ?? 'Europe/Berlin',
        ...(website === undefined ? {} : { website }),
        ...(carrier === undefined ? {} : { carrier }),
        funders: listed(organisations, 'funder'),
        bound: listed(organisations, 'bound'),
        partners: listed(organisations, 'partner'),
        regions: regions.map((row) => row.regions),
        materials,
        quotes: quotes.flatMap((row) => quotesOf(keyring, row)),
      };
    }),
});
