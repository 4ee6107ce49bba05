import { dayIn, endOfDay, isZone, zoneOf } from './zone';

describe('days in a zone', () => {
  it.each([
    ['Europe/Berlin', '2024-03-30T22:59:59Z', '2024-03-30'],
    ['Europe/Berlin', '2024-03-30T23:00:00Z', '2024-03-31'],
    ['Europe/Berlin', '2024-10-27T22:59:59Z', '2024-10-27'],
    ['Asia/Bishkek', '2024-06-01T18:00:00Z', '2024-06-02'],
    ['America/New_York', '2024-06-02T03:59:59Z', '2024-06-01'],
  ])('in %s the instant %s lies on %s', (zone, instant, day) => {
    expect(dayIn(zone, new Date(instant))).toBe(day);
  });

  it.each([
    ['Europe/Berlin', '2024-01-31', '2024-01-31T23:00:00.000Z'],
    // The day on which summer time begins has 23 hours, the one on which it ends 25.
    ['Europe/Berlin', '2024-03-30', '2024-03-30T23:00:00.000Z'],
    ['Europe/Berlin', '2024-03-31', '2024-03-31T22:00:00.000Z'],
    ['Europe/Berlin', '2024-10-27', '2024-10-27T23:00:00.000Z'],
    // In Cairo summer time begins at midnight: that day's first moment is one o'clock.
    ['Africa/Cairo', '2024-04-25', '2024-04-25T22:00:00.000Z'],
  ])('in %s %s ends at %s', (zone, day, instant) => {
    expect(endOfDay(zone, day)).toBe(instant);
  });

  it('takes Berlin for a programme that names no zone, and knows a zone from a mere word', () => {
    expect([zoneOf({}), zoneOf(undefined), zoneOf({ timeZone: 'Asia/Bishkek' })]).toEqual([
      'Europe/Berlin',
      'Europe/Berlin',
      'Asia/Bishkek',
    ]);
    expect([isZone('Asia/Bishkek'), isZone('Atlantis/Poseidonis')]).toEqual([true, false]);
  });
});
