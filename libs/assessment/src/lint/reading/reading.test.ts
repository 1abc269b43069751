import { describe, expect, test } from '@jest/globals';
import { negativesIn } from './negation.js';
import { quantitiesOf, quantityOf } from './quantity.js';
import { sentencesOf } from './words.js';

describe('an option that says a quantity', () => {
  test.each<[string, number, number]>([
    ['30', 30, 30], ['1,250 m', 1250, 1250], ['the 12th', 12, 12], ['4 to 6 litres', 4, 6], ['4–6 litres', 4, 6], ['between 4 and 6', 4, 6], ['18 or over', 18, Infinity], ['at least 18', 18, Infinity], ['up to 5 kg', -Infinity, 5], ['$5 to $10', 5, 10], ['-3 °C', -3, -3],
  ])('%s is read', (text, low, high) => expect(quantityOf(text)).toMatchObject({ low, high }));

  test('“under 18” leaves 18 out', () => expect(quantityOf('under 18')?.high).toBeLessThan(18));
  test.each(['a dozen', 'Route 66 leads over the hills to the coast and on', ''])('“%s” is none', (text) => expect(quantityOf(text)).toBeNull());
  test('options in different units are not compared', () => expect(quantitiesOf(['5 g', '2 kg'])).toBeNull());
  test('one day and two days are', () => expect(quantitiesOf(['1 day', '2 days'])).not.toBeNull());
});

describe('a sentence', () => {
  test('does not end after a title or an initial', () => expect(sentencesOf('Dr. J. Okoro waits. What next?')).toEqual(['Dr. J. Okoro waits.', 'What next?']));
});

describe('negatives', () => {
  test.each<[string, number]>([['It is not so', 1], ['It is not never so', 2], ['No', 0], ['Not only roses', 0], ['no rule, neither here nor there', 1], ['It isn’t so', 1]])('in “%s” there are %i', (text, count) => expect(negativesIn(text)).toBe(count));
});
