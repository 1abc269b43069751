/** A share 0..1 as a bar; the number stands beside it, so a screen reader passes it over. */
export function Bar({ share, mark }: { share: number; /** a line to be reached, 0..1 */ mark?: number | null }) {
  const percent = (value: number): string => `${Math.max(0, Math.min(1, value)) * 100}%`;
  return (
    <svg class="bar-chart" aria-hidden="true">
      <rect class="track" width="100%" height="100%" rx="3" />
      <rect class="value" width={percent(share)} height="100%" rx="3" />
      {mark !== undefined && mark !== null && <line class="mark" x1={percent(mark)} x2={percent(mark)} y1="0" y2="100%" />}
    </svg>
  );
}
