import { describe, expect, test } from '@jest/globals';
import { knownLanguages } from '../languages.service.js';
import { templateFaults } from '../template.js';
import { mailKindNames, mailKinds } from './registry.js';

describe.each(mailKindNames.filter((name) => mailKinds[name].internal !== true))('the words of %s', (name) => {
  const { templates, variables } = mailKinds[name];
  test.each(knownLanguages)('are there in %s, can be filled, and leave out nothing that the English ones say', (language) => {
    const words = templates[language];
    expect(words && templateFaults(words, variables)).toEqual([]);
    const named = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    expect(named(`${words?.subject} ${words?.text}`)).toEqual(named(`${templates.en.subject} ${templates.en.text}`));
  });
});
