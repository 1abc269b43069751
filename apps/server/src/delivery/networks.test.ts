import { describe, expect, test } from '@jest/globals';
import { inNetworks, networkFault } from './networks.js';

describe('addresses from which an assessment may be taken', () => {
  test.each([
    ['192.0.2.77', ['192.0.2.0/24'], true], ['192.0.3.1', ['192.0.2.0/24'], false], ['::ffff:192.0.2.77', ['192.0.2.0/24'], true], ['192.0.2.7', ['192.0.2.7'], true],
    ['2001:db8:1::5', ['2001:db8::/32'], true], ['2001:db9::1', ['192.0.2.0/24', '2001:db8::/32'], false], ['fe80::1%eth0', ['fe80::/10'], true], ['unknown', ['0.0.0.0/0'], false], ['203.0.113.9', [], true],
  ])('%s in %j: %s', (address, networks, expected) => expect(inNetworks(address, networks)).toBe(expected));
});

test.each([['192.0.2.0/24', true], ['::1', true], ['2001:db8::/129', false], ['192.0.2.0/33', false], ['192.0.2.0/8/9', false], ['example.org', false], ['', false], ['10.0.0.0/', false]])('%s is a range: %s', (text, expected) => expect(networkFault(text) === null).toBe(expected));
