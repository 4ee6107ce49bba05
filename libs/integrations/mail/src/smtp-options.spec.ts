import { smtpOptions } from './smtp-options';

describe('the connection to a mail server', () => {
  it('is encrypted away from the loopback', () => {
    expect(smtpOptions('smtp://mail.example.org')).toMatchObject({
      port: 587,
      secure: false,
      requireTLS: true,
    });
    expect(smtpOptions('smtps://u:p%40ss@mail.example.org')).toMatchObject({
      port: 465,
      secure: true,
      auth: { user: 'u', pass: 'p@ss' },
    });
  });

  it('may be clear on the loopback, or where it is said', () => {
    expect(smtpOptions('smtp://127.0.0.1:2525')).toMatchObject({ port: 2525, requireTLS: false });
    expect(smtpOptions('smtp://mailbox:1025?tls=none')).toMatchObject({ requireTLS: false, ignoreTLS: true });
  });

  it('never carries a password in clear', () => {
    expect(() => smtpOptions('smtp://user:secret@mailbox?tls=none')).toThrow(/not sent in clear/);
    expect(() => smtpOptions('smtp://user:secret@mailbox?tls=none')).not.toThrow(/secret/);
  });
});
