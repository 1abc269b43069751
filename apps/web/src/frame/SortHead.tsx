interface Props {
  label: string;
  /** how the column is sorted now */
  sorted: 'ascending' | 'descending' | 'none';
  onSort: () => void;
  figure?: boolean;
}

/** The head of a column that sorts. */
export function SortHead({ label, sorted, onSort, figure = false }: Props) {
  return (
    <th scope="col" aria-sort={sorted} className={figure ? 'figure' : undefined}>
      <button type="button" className="sort" onClick={onSort}>{label}<span aria-hidden="true">{sorted === 'ascending' ? '↑' : sorted === 'descending' ? '↓' : ''}</span></button>
    </th>
  );
}
