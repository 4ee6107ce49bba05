import { isUtf8 } from 'node:buffer';
import { Problem } from '../problems/problem';

/** Deepest nesting of objects and lists in a body. The deepest command needs four. */
const DEEPEST_BODY = 32;

const QUOTE = 0x22;
const ESCAPE = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

function depthOf(json: Buffer): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at] ?? 0;
    if (quoted && byte === ESCAPE) at += 1;
    else if (byte === QUOTE) quoted = !quoted;
    else if (!quoted && OPENING.has(byte)) deepest = Math.max(deepest, (depth += 1));
    else if (!quoted && CLOSING.has(byte)) depth -= 1;
  }
  return deepest;
}

/** Looks at a body before it is parsed, since what walks through a parsed one is recursive. @throws Problem */
export function checkBody(_request: unknown, _response: unknown, body: Buffer): void {
  if (!isUtf8(body))
    throw new Problem('body-unreadable', { detail: 'Send the body in UTF-8: it holds bytes that are none.' });
  if (depthOf(body) > DEEPEST_BODY)
    throw new Problem('body-too-deep', { detail: `Nest objects and lists at most ${DEEPEST_BODY} deep.` });
}
