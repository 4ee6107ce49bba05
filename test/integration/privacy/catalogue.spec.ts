import { COLUMN_NOTES, EXPORTED_TABLES, HEADINGS, SEALED_PLACES } from '@lotse/privacy';
import { DELETED, EMPTIED, KEYS, SHOWN } from '../../../libs/persistence/src/stores/privacy/subject-rows.sql';

/** Tables that tell of people whom no id of a person leads to, with why. */
const NOBODYS: Readonly<Record<string, string>> = {
  complaint: 'anonymous: nobody knows whose it is',
};

const tablesWith = (erase: string): string[] =>
  Object.entries(COLUMN_NOTES)
    .filter(([, columns]) => Object.values(columns).some((note) => note.erase === erase))
    .map(([table]) => table);

describe('the notes of the columns', () => {
  it('lead for every table that is erased by rows to the rows of one person', () => {
    const erased = tablesWith('delete').filter((table) => !(table in NOBODYS));
    expect([...Object.keys(DELETED), KEYS.table].sort()).toEqual(erased.sort());
  });

  it('lead for every sealed column that stays behind to its emptying', () => {
    expect(Object.keys(EMPTIED).sort()).toEqual(tablesWith('key').sort());
  });

  it('lead for every table with something exportable to the rows that a person is shown, or to nobody', () => {
    const shown = EXPORTED_TABLES.filter((table) => !(table in NOBODYS) && table !== 'scoped_link');
    expect(Object.keys(SHOWN).sort()).toEqual([...shown].sort());
    for (const table of shown)
      expect(HEADINGS[table]).toEqual(expect.objectContaining({ ky: expect.any(String) }));
  });

  it('say of every exported sealed column where it was sealed', () => {
    const sealed = ['secret', 'details', 'address', 'name'];
    const columns = Object.entries(COLUMN_NOTES).flatMap(([table, notes]) =>
      table in SHOWN
        ? Object.entries(notes)
            .filter(([column, { exportable }]) => exportable && sealed.includes(column))
            .map(([column]) => `${table}.${column}`)
        : [],
    );
    expect(Object.keys(SEALED_PLACES).sort()).toEqual(columns.sort());
  });
});
