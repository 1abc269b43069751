import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { StatementsAskedDocument, StatementsToAskDocument } from '../../generated/graphql.js';
import { useTyped } from '../../frame/useTyped.js';
import { textsAt } from '../document/paths.js';
import { Field } from '../form/Field.js';
import { useItemForm } from '../form/ItemForm.js';

/** The course's statements that an item asks: found by their words, shown with what they say. */
export function StatementsField({ item, bank, hasCourse }: { item: string; bank: string; hasCourse: boolean }) {
  const { document, change, readOnly } = useItemForm();
  const chosen = textsAt(document, ['statements']);
  const [wanted, setWanted] = useState('');
  const [words, setWords] = useTyped(wanted, setWanted);
  const [open, setOpen] = useState(false);
  const [seen, setSeen] = useState<Record<string, string>>({});
  const [asked] = useQuery({ query: StatementsAskedDocument, variables: { id: item } });
  const [found] = useQuery({ query: StatementsToAskDocument, variables: { bank, text: wanted === '' ? null : wanted }, pause: !open });
  const texts = useMemo(() => ({ ...Object.fromEntries((asked.data?.item?.statements ?? []).map(({ id, text }) => [id, text])), ...seen }), [asked.data, seen]);
  const list = found.data?.authoringStatements;
  const put = (id: string, text: string): void => {
    setSeen((before) => ({ ...before, [id]: text }));
    change(['statements'], chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  };
  return (
    <Field path={['statements']} label="Statements that it asks" help={hasCourse ? 'What the course teaches, and this question asks.' : 'This bank belongs to no course; a statement is named by its id.'} group>
      {({ described }) => (
        <>
          {chosen.length > 0 && (
            <ul className="asked">
              {chosen.map((id) => <li key={id}><span><code>{id}</code> {texts[id] ?? ''}</span>{!readOnly && <button type="button" className="link small" aria-label={`Remove ${id}`} onClick={() => put(id, texts[id] ?? '')}>Remove</button>}</li>)}
            </ul>
          )}
          {!readOnly && hasCourse && (
            <div className="finder">
              <TextInput aria-label="Find a statement" placeholder="Find a statement by its words" {...(described === undefined ? {} : { 'aria-describedby': described })} value={words} onFocus={() => setOpen(true)} onChange={(event) => { setOpen(true); setWords(event.currentTarget.value); }} />
              {open && (
                <div className="found" role="group" aria-label="Statements of the course">
                  {list === undefined ? <p className="quiet small" role="status">{found.error === undefined ? 'Looking…' : 'The statements could not be fetched.'}</p> : list.nodes.length === 0 ? <p className="quiet small" role="status">No statement has these words.</p> : (
                    <ul>
                      {list.nodes.map(({ id, text, section }) => <li key={id}><label><input type="checkbox" checked={chosen.includes(id)} onChange={() => put(id, text)} /><span>{text}<span className="quiet small below">{id} · {section}</span></span></label></li>)}
                    </ul>
                  )}
                  <div className="row between small"><span className="quiet">{list !== undefined && list.totalCount > list.nodes.length ? `${list.totalCount} in all: type more words` : ''}</span><button type="button" className="link" onClick={() => setOpen(false)}>Done</button></div>
                </div>
              )}
            </div>
          )}
        </>
      )}
    </Field>
  );
}
