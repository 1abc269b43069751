import type { PlayerBoot } from '@preceptor/course/delivery';
import type { WordsData } from './words/words.js';

/** What the page says the player is: the JSON of `<script type="application/json" id="preceptor">`. Throws where the page has none. */
export function readBoot(page: Document): PlayerBoot {
  const text = page.getElementById('preceptor')?.textContent;
  if (!text) throw new Error('the page holds no course: <script type="application/json" id="preceptor"> is missing');
  return JSON.parse(text) as PlayerBoot;
}

/** The player's own words, which the page holds: the build writes them beside the player, the packager puts them in. */
export function wordsOf(boot: PlayerBoot): WordsData {
  if (boot.words === undefined) throw new Error('the page holds no words for the player');
  return boot.words as unknown as WordsData;
}
