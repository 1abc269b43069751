import { expect, test } from '@jest/globals';
import { plainText } from './plain-text.js';

test.each([
  ['<p>One <em>two</em>.</p><p>Three</p>', 'One two. Three'],
  ['a &lt;b&gt; &amp;amp; &quot;c&quot; &#39;d&#39;', 'a <b> &amp; "c" \'d\''],
  ['&unknown; stays', '&unknown; stays'],
])('%s', (html, text) => {
  expect(plainText(html)).toBe(text);
});
