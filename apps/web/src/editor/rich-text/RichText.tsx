import { useEffect, useId, useRef, useState } from 'react';
import type { EditorView } from '@milkdown/kit/prose/view';
import '@milkdown/kit/prose/view/style/prosemirror.css';
import { engine, type Engine } from './engine.js';
import { makeFieldView, showText, type FieldViewSetting } from './field-view.js';
import { Toolbar } from './Toolbar.js';
import './rich-text.css';

export interface RichTextProps {
  value: string;
  onChange: (markdown: string) => void;
  onLeave?: (() => void) | undefined;
  /** id of the label */
  labelledBy: string;
  describedBy?: string | undefined;
  invalid: boolean;
  readOnly: boolean;
  pictureAt: (path: string) => string | null;
  /** lets the author choose a picture; resolves to its path, null where she does not */
  choosePicture: (() => Promise<string | null>) | null;
  /** what else may be put in at the cursor, such as a gap */
  inserts?: readonly { label: string; text: () => string }[] | undefined;
  /** one line high until it is written in */
  short?: boolean;
}

/**
 * Markdown as rich text. It edits the Markdown of course source and changes nothing of it that is not edited; a text
 * that has more in it than this field can show, such as a table, is edited as Markdown instead.
 */
export function RichText(props: RichTextProps) {
  const [made, setMade] = useState<Engine | null>(null);
  const [asSource, setAsSource] = useState(false);
  useEffect(() => {
    let here = true;
    void engine().then((ready) => here && setMade(ready));
    return () => void (here = false);
  }, []);
  const [first] = useState(props.value);
  const canShow = made !== null && (asSource || made.holds(first));
  if (made === null) return <div className={boxClass(props)} aria-hidden="true"><div className="rich-waiting">{props.value}</div></div>;
  if (asSource || !canShow) {
    const back = made.holds(props.value) ? () => setAsSource(false) : null;
    return <Source {...props} forced={!asSource} back={asSource ? back : null} />;
  }
  return <Rich {...props} engine={made} toSource={() => setAsSource(true)} />;
}

const boxClass = ({ invalid, readOnly, short }: Pick<RichTextProps, 'invalid' | 'readOnly' | 'short'>): string => ['rich', invalid ? 'invalid' : '', readOnly ? 'read-only' : '', short === true ? 'short' : ''].join(' ').trim();

function Rich(props: RichTextProps & { engine: Engine; toSource: () => void }) {
  const { value, engine: made, readOnly } = props;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const own = useRef(value);
  const latest = useRef(props);
  latest.current = props;
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (place.current === null) return;
    const setting: FieldViewSetting = {
      pictureAt: (path) => latest.current.pictureAt(path),
      attributes: () => ariaOf(latest.current),
      onChange: (markdown) => {
        setTurn((before) => before + 1);
        if (markdown === null || markdown === own.current) return;
        own.current = markdown;
        latest.current.onChange(markdown);
      },
    };
    const opened = makeFieldView(place.current, made, own.current, setting);
    view.current = opened;
    setTurn((before) => before + 1);
    return () => {
      opened.destroy();
      view.current = null;
    };
  }, [made]);
  useEffect(() => {
    if (view.current === null || value === own.current) return;
    own.current = value;
    showText(view.current, made, value);
  }, [value, made]);
  useEffect(() => {
    view.current?.setProps({ editable: () => !readOnly, attributes: () => ariaOf(latest.current) });
  }, [readOnly, props.labelledBy, props.describedBy, props.invalid]);
  return (
    <div className={boxClass(props)} onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) props.onLeave?.(); }}>
      {!readOnly && <Toolbar view={view.current} engine={made} turn={turn} choosePicture={props.choosePicture} inserts={props.inserts ?? []} toSource={props.toSource} />}
      <div ref={place} className="rich-text" />
    </div>
  );
}

function ariaOf({ labelledBy, describedBy, invalid, readOnly }: RichTextProps): Record<string, string> {
  return {
    role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': labelledBy, ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
    ...(invalid ? { 'aria-invalid': 'true' } : {}), ...(readOnly ? { 'aria-readonly': 'true', tabindex: '0' } : {}),
  };
}

/** The same text as Markdown: by choice, or where the rich field can't show all of it. */
function Source({ value, onChange, onLeave, labelledBy, describedBy, invalid, readOnly, forced, back, short }: RichTextProps & { forced: boolean; back: (() => void) | null }) {
  const hint = useId();
  return (
    <div className={boxClass({ invalid, readOnly, short: short === true })} onBlur={onLeave}>
      <textarea className="rich-source" rows={Math.min(16, Math.max(2, value.split('\n').length + 1))} value={value} readOnly={readOnly} aria-labelledby={labelledBy} aria-describedby={[hint, describedBy].filter(Boolean).join(' ')}
        aria-invalid={invalid} onChange={(event) => onChange(event.currentTarget.value)} />
      <p id={hint} className="rich-hint">{forced ? 'Shown as Markdown: it holds more than the rich field can show.' : 'Markdown'}{back !== null && <> · <button type="button" className="link" onClick={back}>Back to rich text</button></>}</p>
    </div>
  );
}
