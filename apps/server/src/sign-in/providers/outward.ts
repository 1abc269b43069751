import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { customFetch, type CustomFetch } from 'openid-client';

const inside = new BlockList();
for (const [net, prefix] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 3]] as const) inside.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [['::', 127], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8], ['64:ff9b::', 96]] as const) inside.addSubnet(net, prefix, 'ipv6');

/** Whether an address is of this machine or of a network that is not the internet. An IPv4 address written as IPv6 counts as what it is. */
export function isInside(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  return inside.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
}

/** Asks nobody but the internet: an organisation's administrator says where, and must not reach what stands beside the server. */
export const outward: CustomFetch = async (url, options) => {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await lookup(host, { all: true }) : [{ address: host }];
  if (addresses.some(({ address }) => isInside(address))) throw new Error(`${host} is not on the internet.`);
  return fetch(url, options as RequestInit);
};
export const asking = (everywhere: boolean) => (everywhere ? {} : { [customFetch]: outward });
