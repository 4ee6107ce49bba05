import { masterKeyText, parseMasterKey, type MasterKey } from './master-key';
import { createKeyring } from './keyring';

const masterKey = (fill: number): MasterKey => parseMasterKey(Buffer.alloc(32, fill).toString('base64'));
const keyring = createKeyring(masterKey(1));
const { wrapped } = keyring.newPersonKey('p1');

describe('a keyring', () => {
  it('opens what it sealed', () => {
    const value = { name: 'Айгүл', born: '1999-02-28', notes: ['a', null, 1.5] };
    expect(keyring.open(wrapped, 'p1', 'fact/j1/1', keyring.seal(wrapped, 'p1', 'fact/j1/1', value))).toEqual(
      value,
    );
  });

  it('shows nothing of the value and never the same bytes twice', () => {
    const [once, again] = [
      keyring.seal(wrapped, 'p1', 'a', 'Aigul'),
      keyring.seal(wrapped, 'p1', 'a', 'Aigul'),
    ];
    expect(once.includes('Aigul')).toBe(false);
    expect(once.equals(again)).toBe(false);
  });

  it('refuses a value that was moved to another place, another person or changed', () => {
    const sealed = keyring.seal(wrapped, 'p1', 'fact/j1/1', 'x');
    const changed = Buffer.from(sealed).fill(sealed[sealed.length - 1]! ^ 1, sealed.length - 1);
    expect(() => keyring.open(wrapped, 'p1', 'fact/j1/2', sealed)).toThrow(
      expect.objectContaining({ code: 'key-wrong' }),
    );
    expect(() => keyring.open(wrapped, 'p2', 'fact/j1/1', sealed)).toThrow(
      expect.objectContaining({ code: 'key-wrong' }),
    );
    expect(() => keyring.open(wrapped, 'p1', 'fact/j1/1', changed)).toThrow(
      expect.objectContaining({ code: 'key-wrong' }),
    );
    expect(() => keyring.open(wrapped, 'p1', 'fact/j1/1', Buffer.from('clear'))).toThrow(
      expect.objectContaining({ code: 'sealed-malformed' }),
    );
  });

  it('says under which master key a person key was wrapped', () => {
    const other = createKeyring(masterKey(2));
    expect(() => other.seal(wrapped, 'p1', 'a', 'x')).toThrow(masterKey(1).id);
  });

  it('still opens after the key left the bounded cache', () => {
    const small = createKeyring(masterKey(1), 1);
    const sealed = small.seal(wrapped, 'p1', 'a', 'x');
    small.seal(small.newPersonKey('p2').wrapped, 'p2', 'a', 'y');
    expect(small.open(wrapped, 'p1', 'a', sealed)).toBe('x');
  });

  it('hashes equal bodies alike, under its own key only', () => {
    expect(keyring.hash('{"a":1}')).toBe(createKeyring(masterKey(1)).hash('{"a":1}'));
    expect(keyring.hash('{"a":1}')).not.toBe(createKeyring(masterKey(2)).hash('{"a":1}'));
  });

  describe('whose master key was replaced', () => {
    const rotated = parseMasterKey(`${masterKeyText(masterKey(2))}\n${masterKeyText(masterKey(1))}`);
    const after = createKeyring(rotated);
    const sealed = keyring.seal(wrapped, 'p1', 'fact/j1/1', 'Ольга');

    it('opens what was wrapped before, and wraps under the new one alone', () => {
      expect(after.open(wrapped, 'p1', 'fact/j1/1', sealed)).toBe('Ольга');
      const made = after.newPersonKey('p2').wrapped;
      const only = createKeyring(masterKey(2));
      expect(only.open(made, 'p2', 'a', after.seal(made, 'p2', 'a', 'x'))).toBe('x');
      expect(() => keyring.seal(made, 'p2', 'a', 'x')).toThrow(masterKey(2).id);
    });

    it('wraps a key anew without touching what it sealed, for its own person only', () => {
      const anew = after.rewrapped(wrapped, 'p1');
      expect(createKeyring(masterKey(2)).open(anew, 'p1', 'fact/j1/1', sealed)).toBe('Ольга');
      expect(after.rewrapped(anew, 'p1')).toBe(anew);
      expect(() => after.rewrapped(wrapped, 'p2')).toThrow(expect.objectContaining({ code: 'key-wrong' }));
    });

    it('makes the digests that stand in rows already', () => {
      expect(after.hash('{"a":1}')).toBe(keyring.hash('{"a":1}'));
    });
  });
});
