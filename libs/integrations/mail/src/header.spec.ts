import { headerValue, messageId } from './header';

describe('a header of a mail', () => {
  it.each(['a\r\nBcc: other@example.org', 'a\nb', 'a\u0000b', 'a\u2028b', 'a\u0085b'])(
    'refuses %j',
    (value) => {
      expect(() => headerValue('recipient', value)).toThrow(
        expect.objectContaining({ code: 'mail-header-invalid' }),
      );
      expect(() => headerValue('recipient', value)).not.toThrow(/example/);
    },
  );

  it('takes letters of any language', () => {
    expect(headerValue('subject', 'Мөөнөт келди · Frist')).toBe('Мөөнөт келди · Frist');
  });
});

describe('a Message-ID', () => {
  it('is the same for the same outbox row, and another for another', () => {
    const once = messageId('mail.c-1.2026-03-05', 'Lotse <lotse@example.org>');
    expect(messageId('mail.c-1.2026-03-05', 'lotse@example.org')).toBe(once);
    expect(messageId('mail.c-2.2026-03-05', 'lotse@example.org')).not.toBe(once);
    expect(once).toMatch(/^<[0-9a-f]{40}@example\.org>$/);
  });
});
