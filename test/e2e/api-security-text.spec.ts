import { startTestApi } from './support/running-api';

describe('security.txt', () => {
  it('names whom to tell of a weakness, to anybody, and when to ask again', async () => {
    const api = await startTestApi({
      SECURITY_CONTACT: 'mailto:security@example.org',
      SECURITY_POLICY: 'https://example.org/security',
      PUBLIC_URL: 'https://lotse.example.org',
    });
    try {
      const response = await fetch(`${api.url}/.well-known/security.txt`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(await response.text()).toBe(
        [
          'Contact: mailto:security@example.org',
          'Expires: 2024-07-08T00:00:00Z',
          'Preferred-Languages: en, de',
          'Policy: https://example.org/security',
          'Canonical: https://lotse.example.org/.well-known/security.txt',
          '',
        ].join('\n'),
      );
    } finally {
      await api.close();
    }
  });

  it('is not there while nobody is named', async () => {
    const api = await startTestApi();
    try {
      const response = await fetch(`${api.url}/.well-known/security.txt`);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'route-unknown' });
    } finally {
      await api.close();
    }
  });
});
