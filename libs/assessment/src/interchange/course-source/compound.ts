import type { Choice, ItemOf } from '../../item.js';
import { toMarkdown } from './markdown.js';

type Source = Record<string, unknown>;
type Compound = ItemOf<'script-concordance'> | ItemOf<'branching-case'> | ItemOf<'graphic-gap-match'> | ItemOf<'matrix'> | ItemOf<'slider'> | ItemOf<'graphic-order'> | ItemOf<'upload'> | ItemOf<'passage'>;
interface Writers { option(choice: Choice, correct?: boolean): Source; plain(choice: Choice): Source; /** feedback of a choice, if it has any */ said(id: string): Source }

/** What kinds with several parts, pictures, scales and files have of their own in the course source. */
export function compoundSource(item: Compound, { option, plain, said }: Writers): Source {
  switch (item.kind) {
    case 'script-concordance': return {
      scale: item.content.scale.map(plain),
      questions: item.content.questions.map(({ id, hypothesisHtml, findingHtml }) => ({ id, hypothesis: toMarkdown(hypothesisHtml), finding: toMarkdown(findingHtml), panel: item.key.panel[id], ...said(id) })),
    };
    case 'branching-case': return {
      start: item.content.start,
      steps: item.content.steps.map(({ id, html, options }) => ({
        id, text: toMarkdown(html), options: options.map((one) => ({ ...option(one), credit: item.key.credit[id]?.[one.id] ?? 0, ...(one.next === null ? {} : { next: one.next }) })),
      })),
    };
    case 'graphic-gap-match': {
      const { image, alt, regions, labels } = item.content;
      return { image, alt, labels: labels.map(plain), regions: regions.map((region) => ({ ...region, answer: item.key.placement[region.id], ...said(region.id) })) };
    }
    case 'matrix': {
      const { rows, columns, perRow } = item.content;
      return { perRow, columns: columns.map(plain), rows: rows.map((row) => ({ ...option(row), answer: oneOrAll(item.key.answers[row.id]) })) };
    }
    case 'slider': return { ...item.content, ...item.key };
    case 'graphic-order': {
      const { image, alt, regions } = item.content;
      return { image, alt, scoring: item.key.scoring, regions: item.key.order.flatMap((id) => regions.filter((region) => region.id === id)).map((region) => ({ ...region, ...said(region.id) })) };
    }
    case 'upload': {
      const { accept, maxBytes, record } = item.content;
      const { rubric, modelAnswerHtml } = item.key;
      return { accept, maxMegabytes: maxBytes / 1e6, ...(record === undefined ? {} : { record }), rubric, ...(modelAnswerHtml === undefined ? {} : { modelAnswer: toMarkdown(modelAnswerHtml) }) };
    }
    case 'passage': return {
      passage: toMarkdown(item.content.passageHtml),
      questions: item.content.questions.map(({ id, stemHtml, options, several }) => ({
        id, stem: toMarkdown(stemHtml), ...(several ? { several } : {}), options: options.map((one) => option(one, item.key.answers[id]?.includes(one.id) === true)),
      })),
    };
  }
}

function oneOrAll(ids: readonly string[] = []): string | readonly string[] | undefined {
  return ids.length === 1 ? ids[0] : ids;
}
