/**
 * The pictures of the page's own ribbon tab, drawn here: signs of a font are empty boxes on a computer without it.
 * Strokes on a square of 24.
 */
const strokes = {
  create: 'M6 3h8l4 4v14H6zM14 3v4h4M12 11v6M9 14h6',
  open: 'M3 19V5h6l2 2h8v3M3 19l3-9h16l-3 9z',
  save: 'M4 4h13l3 3v13H4zM8 4v5h7V4M7 20v-7h10v7',
  landlord: 'M3 11l9-7 9 7M6 9v11h12V9M10 20v-6h4v6',
  region: 'M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14',
  undo: 'M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10H9',
  redo: 'M16 5l4 4-4 4M20 9H10a5 5 0 0 0 0 10h5',
  recalculate: 'M19 8a8 8 0 1 0 1 6M20 3v5h-5',
} as const;

/** The address of a picture, for an `img`. */
export function homeIcon(name: keyof typeof strokes): string {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#3b3a39" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"><path d="${strokes[name]}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`;
}
