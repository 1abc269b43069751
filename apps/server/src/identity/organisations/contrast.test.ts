import { describe, expect, test } from '@jest/globals';
import { accentFault, contrast, readable } from './contrast.js';

describe('an accent colour', () => {
  test('is measured as WCAG measures it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    // The example that WCAG's own tools give for grey on white.
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  test('passes where it can be read, each in its own scheme', () => {
    expect(accentFault('#0a6459', 'light')).toBeNull();
    expect(accentFault('#62cbbb', 'dark')).toBeNull();
    expect(accentFault('#0a6459', 'dark')).not.toBeNull();
  });

  test('that can\'t be read is refused with a sentence and a colour that can', () => {
    const fault = accentFault('#ffd400', 'light');
    expect(fault).toMatch(/^On the light ground this colour has a contrast of 1\.\d to 1/);
    const offered = /#[0-9a-f]{6}/.exec(fault ?? '')?.[0] ?? '';
    expect(accentFault(offered, 'light')).toBeNull();
  });

  test('has a readable neighbour whatever it is', () => {
    for (const colour of ['#000000', '#ffffff', '#ff0000', '#0000ff', '#777777']) {
      expect(accentFault(readable(colour, 'light'), 'light')).toBeNull();
      expect(accentFault(readable(colour, 'dark'), 'dark')).toBeNull();
    }
  });
});
