import { isCalendar, workingDaysOf } from './working-days';

describe('working days', () => {
  const saxony = workingDaysOf('DE-SN');
  const brandenburg = workingDaysOf('DE-BB');
  const kyrgyzstan = workingDaysOf('KG');

  it.each(['2025-11-19', '2026-11-18'])(
    'Saxony rests on Buß- und Bettag, %s, and Brandenburg works',
    (day) => {
      expect(saxony(day)).toBe(false);
      expect(brandenburg(day)).toBe(true);
    },
  );

  it.each(['2024-03-21', '2025-03-21'])('Kyrgyzstan rests on Nooruz, %s', (day) => {
    expect(kyrgyzstan(day)).toBe(false);
    expect(saxony(day)).toBe(true);
  });

  it.each(['2024-04-10', '2023-04-21', '2026-03-20'])('Kyrgyzstan rests on Orozo Ait, %s', (day) => {
    expect(kyrgyzstan(day)).toBe(false);
  });

  it('works on the day of the clock change when it is a weekday, and never on a weekend', () => {
    expect(saxony('2026-03-30')).toBe(true);
    expect(saxony('2026-03-29')).toBe(false);
    expect(saxony('2024-02-29')).toBe(true);
  });

  it('knows which calendars there are', () => {
    expect(isCalendar('DE-SN')).toBe(true);
    expect(isCalendar('KG')).toBe(true);
    expect(isCalendar('Saxony')).toBe(false);
  });
});
