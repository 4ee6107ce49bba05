/**
 * Public holidays of Kyrgyzstan (Labour Code, article 113, as generally observed): the calendar library has none. The two
 * moving feasts follow the tabular Islamic calendar; the muftiate may announce the day before or after, so check each year.
 */
export const KYRGYZ_HOLIDAYS: readonly { readonly rule: string; readonly name: string }[] = [
  { rule: '01-01', name: 'New Year' },
  { rule: '01-07', name: 'Orthodox Christmas' },
  { rule: '02-23', name: 'Defender of the Fatherland Day' },
  { rule: '03-08', name: "International Women's Day" },
  { rule: '03-21', name: 'Nooruz' },
  { rule: '04-07', name: 'Day of the April Revolution' },
  { rule: '05-01', name: 'Labour Day' },
  { rule: '05-05', name: 'Constitution Day' },
  { rule: '05-09', name: 'Victory Day' },
  { rule: '08-31', name: 'Independence Day' },
  { rule: '11-07', name: 'Day of History and Memory of Ancestors' },
  { rule: '11-08', name: 'Day of History and Memory of Ancestors' },
  { rule: '1 Shawwal', name: 'Orozo Ait' },
  { rule: '10 Dhu al-Hijjah', name: 'Kurman Ait' },
];
