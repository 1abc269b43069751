import type { Kind } from '@preceptor/assessment';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation } from 'urql';
import { CreateItemDocument } from '../../generated/graphql.js';
import { fieldFaults } from '../../states/faults.js';
import { kindGroups, kindsInWords, newDocument } from '../document/item-kinds.js';
import type { ItemDocument } from '../document/paths.js';
import { KindPicture } from './KindPicture.js';
import './new-item.css';

interface Props { bank: string; folder?: string | null | undefined; /** what is known of it already, such as the statement that it is to ask */ known?: ItemDocument }

/** Which kind of question? Choosing one makes it and opens it to be written. */
export function NewItem({ bank, folder, known = {} }: Props) {
  const { history } = useRouter();
  const [, create] = useMutation(CreateItemDocument);
  const [making, setMaking] = useState<Kind | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  async function begin(kind: Kind): Promise<void> {
    setMaking(kind);
    setFault(null);
    const { data, error } = await create({ input: { bank, folder: folder ?? null, document: { ...newDocument(kind), ...known } } });
    setMaking(null);
    if (error !== undefined) setFault(Object.values(fieldFaults(error)).join(' '));
    else if (data !== undefined) history.push(`/bank/items/${data.createItem.id}`);
  }
  return (
    <div className="stack wide">
      {fault !== null && <p role="alert" className="bad">{fault}</p>}
      {kindGroups.map(({ title, kinds }) => (
        <section key={title} aria-labelledby={`kinds-${title}`} className="stack">
          <h2 id={`kinds-${title}`}>{title}</h2>
          <ul className="kind-choices">
            {kinds.map((kind) => (
              <li key={kind}>
                <button type="button" disabled={making !== null} aria-busy={making === kind} onClick={() => void begin(kind)}>
                  <KindPicture kind={kind} /><span><strong>{kindsInWords[kind].name}</strong><span className="quiet small below">{kindsInWords[kind].says}</span></span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
