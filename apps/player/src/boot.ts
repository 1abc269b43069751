import type { PlayerBoot } from '@preceptor/course/delivery';

/** What the page says the player is: the JSON of `<script type="application/json" id="preceptor">`. Throws where the page has none. */
export function readBoot(page: Document): PlayerBoot {
  const text = page.getElementById('preceptor')?.textContent;
  if (!text) throw new Error('the page holds no course: <script type="application/json" id="preceptor"> is missing');
  return JSON.parse(text) as PlayerBoot;
}
