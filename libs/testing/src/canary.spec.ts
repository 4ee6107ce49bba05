import { CanaryDetector } from './canary';

const CANARY = 'Жаңыбай Kanarienvogel';
const detector = new CanaryDetector([CANARY, 'another text']);
const formsIn = (bytes: Buffer): string[] => detector.find(bytes).map(({ form }) => form);
const asciiJson = (text: string): string =>
  JSON.stringify(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

describe('the canary detector', () => {
  it('hears a text in every form it could be written in', () => {
    expect(formsIn(Buffer.from(`name=${CANARY};`))).toContain('UTF-8');
    expect(formsIn(Buffer.from(`{"name":${asciiJson(CANARY)}}`))).toContain('lower escapes');
    expect(formsIn(Buffer.from(`\\x${Buffer.from(CANARY).toString('hex')}`))).toContain('hexadecimal');
    expect(formsIn(Buffer.from(CANARY, 'utf16le'))).toContain('UTF-16');
  });

  it.each([0, 1, 2, 3, 4, 5])('hears it in base64 behind %d other bytes', (before) => {
    const written = Buffer.concat([Buffer.alloc(before, 'x'), Buffer.from(`${CANARY} and more`)]).toString(
      'base64',
    );
    expect(formsIn(Buffer.from(`"${written}"`))).toEqual([`base64 at ${before % 3}`]);
  });

  it('is silent where the text is not, and says which text it heard and where', () => {
    expect(detector.find(Buffer.from('Жаңыбай and a Kanarienvogel'))).toEqual([]);
    expect(detector.find(Buffer.from('  another text'))).toContainEqual({
      canary: 'another text',
      form: 'UTF-8',
      at: 2,
    });
  });

  it('takes no text so short that chance would write it', () => {
    expect(() => new CanaryDetector(['short'])).toThrow(RangeError);
  });
});
