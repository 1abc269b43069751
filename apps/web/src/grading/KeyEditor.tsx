import { Checkbox, NativeSelect, NumberInput, Radio, Textarea } from '@mantine/core';
import '@mantine/core/styles/NumberInput.css';
import '@mantine/core/styles/Radio.css';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import type { KeyPart } from './key-parts.js';

/** What is right, in the words of the question: chosen, not typed, wherever there is something to choose from. */
export function KeyEditor({ parts, change }: { parts: readonly KeyPart[]; change: (parts: KeyPart[]) => void }) {
  const set = (id: string, chosen: string[]) => change(parts.map((part) => (part.id === id ? { ...part, chosen } : part)));
  return (
    <div className="key-editor">
      {parts.map((part) => <Part key={part.id} part={part} alone={parts.length === 1} set={(chosen) => set(part.id, chosen)} />)}
    </div>
  );
}

function Part({ part: { label, input, options, chosen }, alone, set }: { part: KeyPart; alone: boolean; set: (chosen: string[]) => void }) {
  if (input === 'number') return <NumberInput label={label} value={chosen[0] ?? ''} onChange={(value) => set([String(value)])} />;
  if (input === 'lines') return <Textarea label={label} autosize minRows={2} maxRows={10} value={chosen.join('\n')} onChange={(event) => set(event.currentTarget.value.split('\n'))} />;
  if (input === 'several') {
    return (
      <Checkbox.Group label={label} value={chosen} onChange={set}>
        <div className="stack tight key-options">{options.map((option) => <Checkbox key={option.id} value={option.id} label={option.label} />)}</div>
      </Checkbox.Group>
    );
  }
  if (!alone) return <NativeSelect label={label} value={chosen[0] ?? ''} data={options.map(({ id, label: said }) => ({ value: id, label: said }))} onChange={(event) => set([event.currentTarget.value])} />;
  return (
    <Radio.Group label={label} value={chosen[0] ?? ''} onChange={(value) => set([value])}>
      <div className="stack tight key-options">{options.map((option) => <Radio key={option.id} value={option.id} label={option.label} />)}</div>
    </Radio.Group>
  );
}
