import { addDays, type Day, type JsonObject } from '@lotse/domain';

export interface University {
  readonly id: string;
  readonly agreement: string;
}
export interface Company {
  readonly id: string;
  readonly sites: readonly string[];
}

/** Who takes part: a few universities and companies for many journeys, as in a programme of several years. */
export interface Network {
  readonly programme: string;
  readonly from: Day;
  readonly to: Day;
  readonly universities: readonly University[];
  readonly companies: readonly Company[];
}

const SITES = 'Torgau Oschatz Belgern Wermsdorf Delitzsch Eilenburg Schkeuditz Taucha'.split(' ');
const NAMES = 'Bischkek Osch Almaty Astana Taschkent Samarkand Charkiw Hanoi'.split(' ');

/** Texts of consents and commitments are there from then on. */
const FIRST_DAY = '2023-10-02';

/** @param scale journeys: companies grow with their root */
export function networkOf(programme: string, scale: number, today: Day): Network {
  const companies = Math.max(4, Math.min(60, Math.round(Math.sqrt(scale) / 2)));
  return {
    programme,
    from: FIRST_DAY,
    to: addDays(today, 2 * 365),
    universities: NAMES.map((_, index) => ({
      id: `${programme}-uni-${index + 1}`,
      agreement: `${programme}-agr-${index + 1}`,
    })),
    companies: Array.from({ length: companies }, (_, index) => ({
      id: `${programme}-company-${index + 1}`,
      sites: [
        SITES[index % SITES.length] ?? 'Torgau',
        SITES[(index * 3 + 1) % SITES.length] ?? 'Oschatz',
      ].filter((site, at, all) => all.indexOf(site) === at),
    })),
  };
}

/** The lines of the network, as an import has them. */
export function networkLines({ programme, from, to, universities, companies }: Network): JsonObject[] {
  return [
    {
      type: 'programme',
      id: programme,
      name: `Generated programme ${programme}`,
      template: 'de-uni-internship-hire@1',
      from,
      to,
      partnerCountries: ['KG', 'KZ', 'UZ', 'UA', 'VN'],
    },
    ...universities.flatMap(({ id, agreement }, index): JsonObject[] => [
      {
        type: 'organisation',
        id,
        kind: 'university',
        name: `Universität ${NAMES[index] ?? index}`,
        country: 'KG',
      },
      { type: 'agreement', id: agreement, programme, organisation: id, kind: 'cooperation', from, to },
    ]),
    ...companies.map(({ id, sites }, index): JsonObject => ({
      type: 'organisation',
      id,
      kind: 'company',
      name: `Glaswerk ${index + 1} GmbH`,
      sites: [...sites],
    })),
    ...companies.slice(0, 3).map(({ id }, index): JsonObject => ({
      type: 'intention',
      id: `${programme}-intention-${index + 1}`,
      programme,
      organisation: id,
      intends: 'takeover',
      on: addDays(from, 200),
    })),
  ];
}
