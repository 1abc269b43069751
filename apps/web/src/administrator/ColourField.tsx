import { TextInput } from '@mantine/core';
import { useState } from 'react';

/** A colour as #rrggbb, typed or chosen; empty is a choice too. */
export function ColourField({ name, label, description, kept, fault }: { name: string; label: string; description: string; kept: string | null; fault: string | undefined }) {
  const [colour, setColour] = useState(kept ?? '');
  const known = /^#[0-9a-f]{6}$/i.test(colour);
  return (
    <TextInput name={name} label={label} description={description} placeholder="#0a6459" maxLength={7} error={fault} value={colour} onChange={(event) => setColour(event.currentTarget.value)}
      leftSectionPointerEvents="all"
      leftSection={<input type="color" className="swatch" aria-label={`${label}: choose`} value={known ? colour : '#0a6459'} onChange={(event) => setColour(event.currentTarget.value)} />} />
  );
}
