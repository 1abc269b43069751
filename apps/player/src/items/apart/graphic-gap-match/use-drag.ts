import type { Region } from '@preceptor/assessment';
import type { RefObject, TargetedPointerEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { holds } from '../region.js';

/** A finger that trembles is still a tap, CSS pixels. */
const TREMBLE = 6;

interface Options {
  picture: RefObject<HTMLElement | null>;
  regions: readonly Region[];
  /** the picture's own size, pixels */
  width: number; height: number;
  locked: boolean;
  /** `region`: where the label was let go, null beside every area; `from`: the area that it was taken from */
  onDrop(label: string, region: Region | null, from: string | null): void;
  /** a label of the tray was pressed and not moved */
  onTap(label: string): void;
}
type Press = { label: string; from: string | null; x: number; y: number; moving: boolean };
type PointerHandler = (event: TargetedPointerEvent<HTMLElement>) => void;

/** Dragging by mouse, pen and finger alike. `hold` gives what an element needs to be dragged; `over` is the area below the pointer. */
export function useDrag({ picture, regions, width, height, locked, onDrop, onTap }: Options) {
  const press = useRef<Press | null>(null);
  const [dragged, setDragged] = useState<{ label: string; x: number; y: number } | null>(null);
  const [over, setOver] = useState<string | null>(null);

  const regionAt = (event: PointerEvent): Region | null => {
    const box = picture.current?.querySelector('img')?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return null;
    const point = { x: ((event.clientX - box.left) / box.width) * width, y: ((event.clientY - box.top) / box.height) * height };
    return regions.find((region) => holds(region, point)) ?? null;
  };
  const end = (): void => {
    press.current = null;
    setDragged(null);
    setOver(null);
  };
  const move: PointerHandler = (event) => {
    const held = press.current;
    if (held === null) return;
    held.moving ||= Math.hypot(event.clientX - held.x, event.clientY - held.y) > TREMBLE;
    if (!held.moving) return;
    setDragged({ label: held.label, x: event.clientX, y: event.clientY });
    setOver(regionAt(event)?.id ?? null);
  };
  const up: PointerHandler = (event) => {
    const held = press.current;
    end();
    if (held === null) return;
    const region = held.moving ? regionAt(event) : null;
    if (held.moving && region?.id !== held.from) onDrop(held.label, region, held.from);
    if (!held.moving && held.from === null) onTap(held.label);
  };
  const hold = (label: string, from: string | null): { onPointerDown?: PointerHandler; onPointerMove?: PointerHandler; onPointerUp?: PointerHandler; onPointerCancel?: () => void } => {
    if (locked) return {};
    return {
      onPointerDown(event) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        press.current = { label, from, x: event.clientX, y: event.clientY, moving: false };
      },
      onPointerMove: move, onPointerUp: up, onPointerCancel: end,
    };
  };
  return { dragged, over, hold };
}
