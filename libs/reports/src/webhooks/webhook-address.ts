/** Why an address is none that is told anything; undefined when it is one. Where its host lies is judged when it is called. */
export function addressFault(address: string, allowPrivate: boolean): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || address.length > 2_000) return 'Give url as an address of the web.';
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:'))
    return 'Give url with https: what is told goes out sealed alone.';
  if (url.username !== '' || url.password !== '')
    return 'Leave user and password out of url: the message is signed.';
  if (url.hash !== '') return 'Leave the part from # on out of url: it is never sent.';
  return undefined;
}
