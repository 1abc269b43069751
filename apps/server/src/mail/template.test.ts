import { describe, expect, test } from '@jest/globals';
import { mailKinds } from './kinds/registry.js';
import { fillTemplate, templateFaults } from './template.js';

const variables = { name: { about: '', example: 'Lea' }, link: { about: '', example: '', link: true as const } };

describe('a template', () => {
  test('is filled, with braces where they are doubled', () => {
    expect(fillTemplate({ subject: 'To {name}', text: 'Hello { name },\n\n{{name}} {link}' }, { name: 'Lea', link: 'https://a.example' })).toEqual({ subject: 'To Lea', text: 'Hello Lea,\n\n{name} https://a.example' });
  });
  test('lets no value begin a header, a paragraph or a variable', () => {
    expect(fillTemplate({ subject: '{name}', text: '{name}.' }, { name: 'Lea\r\nBcc: all@example.org\n\n{link}\u202E', link: 'secret' })).toEqual({ subject: 'Lea Bcc: all@example.org {link}', text: 'Lea Bcc: all@example.org {link}.' });
  });
  test('names an unknown variable with its place', () => {
    expect(templateFaults({ subject: 'Hi {nmae}', text: 'Hello {name},\n\nsee {url} and {' }, variables)).toMatchObject([
      { field: 'subject', line: 1, column: 4, says: 'There is no {nmae} here. There are {name}, {link}.' },
      { field: 'text', line: 3, column: 5 }, { field: 'text', line: 3, column: 15, says: 'A single "{" stands alone: write "{{" for a brace.' },
    ]);
    expect(templateFaults({ subject: 'a\nb', text: ' ' }, variables)).toHaveLength(2);
    expect(templateFaults({ subject: '{toString}', text: '{constructor}' }, variables)).toHaveLength(2);
  });
});

describe('every kind of mail', () => {
  test.each(Object.entries(mailKinds))('%s: its own words have no fault, in each language', (_name, kind) => {
    for (const template of Object.values(kind.templates)) expect(templateFaults(template, kind.variables)).toEqual([]);
  });
});
