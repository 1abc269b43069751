import { BlockList, isIP } from 'node:net';

/** Most ranges of one set of rules. */
export const mostNetworks = 100;

/** What is wrong with a range of addresses, in a sentence; null: it is one. Takes `192.0.2.7`, `192.0.2.0/24`, `2001:db8::/32`. */
export function networkFault(text: string): string | null {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return `“${text}” is no address or range: write 192.0.2.0/24 or 2001:db8::/32.`;
  if (bits === undefined) return null;
  const most = family === 4 ? 32 : 128;
  return /^\d{1,3}$/.test(bits) && Number(bits) <= most ? null : `The part after the slash of “${text}” is a number from 0 to ${most}.`;
}

/** Whether an address lies in one of the ranges; IPv4 within IPv6 (`::ffff:192.0.2.7`) is the IPv4 address. No ranges: any address. */
export function inNetworks(address: string, networks: readonly string[]): boolean {
  if (networks.length === 0) return true;
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  const family = isIP(plain);
  if (family === 0) return false;
  const list = new BlockList();
  for (const range of networks) {
    const [start = '', bits] = range.split('/');
    const kind = isIP(start) === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(start, kind);
    else list.addSubnet(start, Number(bits), kind);
  }
  return list.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}
