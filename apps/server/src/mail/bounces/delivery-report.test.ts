import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { readDeliveryReport } from './delivery-report.js';

const id = '01935a00-1111-7000-8000-00000000abcd';
const read = (lines: string) => readDeliveryReport(Buffer.from(lines));
const report = (status: string, more = '', type = 'message/delivery-status') => [
  'From: postmaster@mx.example', 'To: school@example.org', 'Content-Type: multipart/report; report-type="delivery-status"; boundary=xx', '', '--xx', '', 'It failed.', '--xx', `Content-Type: ${type}`, '', status, '--xx', more, '--xx--', '',
].join('\r\n');
const failed = 'Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: RFC822; <Lea@Example.org>\r\nAction: failed\r\nStatus: 5.2.2';

describe('a report of a mail server', () => {
  test('says whom Postfix could not reach, why, and which mail it was', async () => {
    const raw = (await readFile('test/fixtures/mails/postfix-failed.eml', 'utf8')).replaceAll('{id}', id).replaceAll('{to}', 'lea@example.net');
    for (const text of [raw, raw.replaceAll('\n', '\r\n')]) {
      const { recipients, clues } = readDeliveryReport(Buffer.from(text)) ?? { recipients: [], clues: [] };
      expect(recipients).toEqual([{ addresses: ['lea@example.net', 'lea@example.net'], action: 'failed', status: '5.1.1', says: '550 5.1.1 <lea@example.net>: Recipient address rejected: User unknown in virtual mailbox table' }]);
      expect(clues).toEqual(expect.arrayContaining([`bounces+${id}@learn.example.org`, id, `<${id}@learn.example.org>`]));
    }
  });
  test('may be inside of another mail, encoded, without words of a server, or cut off', () => {
    const inner = report(failed);
    const listed = ['Content-Type: multipart/mixed; boundary="a b"', '', '--a b', inner, '--a b--'].join('\r\n');
    const wanted = [{ addresses: ['lea@example.org'], action: 'failed', status: '5.2.2', says: null }];
    expect(read(inner)?.recipients).toEqual(wanted);
    expect(read(listed)?.recipients).toEqual(wanted);
    expect(read(report(`Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(failed).toString('base64')}`, '', 'message/delivery-status').replace('delivery-status\r\n\r\nContent-Transfer', 'delivery-status\r\nContent-Transfer'))?.recipients).toEqual(wanted);
    expect(read(inner.slice(0, inner.indexOf('5.2.2') + 5))?.recipients).toEqual(wanted);
  });
  test('tells apart what was put off, what arrived and what failed, and takes nothing for a status that is none', () => {
    const of = (action: string, status: string) => read(report(`Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822; a@b.example\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; 421 later`))?.recipients[0];
    expect(of('delayed', '4.4.1')).toMatchObject({ action: 'delayed', status: '4.4.1', says: '421 later' });
    expect(of('Delivered', '2.0.0 (it is there)')).toMatchObject({ action: 'delivered', status: '2.0.0' });
    expect(of('failed', 'never')).toMatchObject({ action: 'failed', status: null });
    expect(of('exploded', '5.0.0')).toBeUndefined();
  });
  test('is nothing that only looks like one', () => {
    for (const text of ['', 'x', 'Subject: I am away\r\n\r\nUntil Monday.', report('Reporting-MTA: dns; a'), report(failed).replace('Content-Type: message/delivery-status', 'Content-Type: text/plain')]) expect(read(text)).toBeNull();
  });
  test('that is deep, long or made to be slow is read in no time', () => {
    let deep = report(failed);
    for (let n = 0; n < 200; n += 1) deep = `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n${deep}\r\n--b${n}--`;
    const began = performance.now();
    expect(read(deep)).toBeNull();
    for (const text of ['a'.repeat(1_000_000), `X: ${'\r\n '.repeat(300_000)}`, `Content-Type: multipart/report; boundary=${' '.repeat(200_000)}"\r\n\r\n`, report(`${'\n \n'.repeat(200_000)}x`), report(`${'Final-Recipient: a;b\nAction: failed\n\n'.repeat(20_000)}`)]) read(text);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
