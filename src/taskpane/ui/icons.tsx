import type { ReactNode } from 'react';

/** Drawn for this product on a 20 × 20 grid, in the colour of the text around them. */
const drawings = {
  start: <path d="M4 9.2 10 4l6 5.2V16h-4v-4H8v4H4V9.2Z" />,
  connect: (
    <path d="M8.2 11.8 11.8 8.2M9.3 6.2l1.9-1.9a3.2 3.2 0 0 1 4.5 4.5l-1.9 1.9M10.7 13.8l-1.9 1.9a3.2 3.2 0 0 1-4.5-4.5l1.9-1.9" />
  ),
  questionnaire: (
    <>
      <rect x="4" y="3" width="12" height="14" rx="1.5" />
      <path d="m6.5 7.3.9.9 1.6-1.7M6.5 12.3l.9.9 1.6-1.7M11 7.5h2.8M11 12.5h2.8" />
    </>
  ),
  check: (
    <>
      <path d="M10 3 4 5.2v4.3c0 3.5 2.5 6.2 6 7.5 3.5-1.3 6-4 6-7.5V5.2L10 3Z" />
      <path d="m7.5 10 1.8 1.8 3.3-3.5" />
    </>
  ),
  indicators: <path d="M3.5 16.5h13M5.5 16V11M9 16V6.5M12.5 16V9M16 16V4" />,
  explain: (
    <>
      <rect x="7.2" y="2.8" width="5.6" height="4" rx="1" />
      <rect x="2.8" y="13.2" width="5.6" height="4" rx="1" />
      <rect x="11.6" y="13.2" width="5.6" height="4" rx="1" />
      <path d="M10 6.8V10M5.6 13.2V10h8.8v3.2" />
    </>
  ),
  functions: (
    <path d="M12.5 4c-2 0-2.6 1-2.9 2.8L8 14.2C7.7 15.7 7 16.5 5.5 16.3M6.2 8.5h5M11.5 11.5l4 5M15.5 11.5l-4 5" />
  ),
  send: <path d="m3.5 9.5 13-6-4.5 13-2.8-5.2L3.5 9.5ZM9.2 11.3l7.3-7.8" />,
  import: <path d="M4 12.5V16h12v-3.5M10 3.5v8.5M6.5 8.7 10 12.2l3.5-3.5" />,
  followUp: (
    <>
      <rect x="3.5" y="4.5" width="13" height="12" rx="1.5" />
      <path d="M3.5 8h13M7 2.8v3M13 2.8v3M6.8 12.3l1.8 1.8 3.6-3.7" />
    </>
  ),
  review: (
    <>
      <path d="M2.8 10S5.5 5.2 10 5.2 17.2 10 17.2 10 14.5 14.8 10 14.8 2.8 10 2.8 10Z" />
      <circle cx="10" cy="10" r="2.2" />
    </>
  ),
  results: <path d="M3.5 3.5v13h13M6.5 13.5l3-4 2.5 2 4-5.5" />,
  publish: (
    <>
      <path d="M5 2.8h6.5L15 6.3v10.9H5V2.8Z" />
      <path d="M10 14.5V8.8M7.6 11 10 8.6l2.4 2.4" />
    </>
  ),
  study: (
    <>
      <path d="M10 5.2C8.3 3.9 6 3.5 3 3.7v11.6c3-.2 5.3.2 7 1.5 1.7-1.3 4-1.7 7-1.5V3.7c-3-.2-5.3.2-7 1.5ZM10 5.2v11.6" />
    </>
  ),
  edit: <path d="m4 16 .7-3.3L13 4.4a1.6 1.6 0 0 1 2.3 0l.3.3a1.6 1.6 0 0 1 0 2.3l-8.3 8.3L4 16Z" />,
  refresh: <path d="M15.8 8A6 6 0 1 0 16 11.5M16 4v4h-4" />,
  help: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M8 8a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M10 13.7v.1" />
    </>
  ),
  back: <path d="M12 4.5 6.5 10l5.5 5.5" />,
  forward: <path d="M8 4.5 13.5 10 8 15.5" />,
  down: <path d="M4.5 7.5 10 13l5.5-5.5" />,
  cell: (
    <>
      <rect x="3" y="4" width="14" height="12" rx="1" />
      <path d="M3 8h14M3 12h14M8 4v12" />
    </>
  ),
  blocking: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="m7.5 7.5 5 5M12.5 7.5l-5 5" />
    </>
  ),
  warning: <path d="M10 3.5 17 16H3l7-12.5ZM10 8.5v3.5M10 14v.1" />,
  done: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="m6.8 10.2 2.2 2.2 4.2-4.6" />
    </>
  ),
  close: <path d="m5 5 10 10M15 5 5 15" />,
  open: <circle cx="10" cy="10" r="7" strokeDasharray="2.5 2.5" />,
  search: <path d="M8.5 3.5a5 5 0 1 1 0 10 5 5 0 0 1 0-10ZM12.2 12.2l4.3 4.3" />,
} satisfies Readonly<Record<string, ReactNode>>;

export type IconName = keyof typeof drawings;

interface IconProps {
  readonly name: IconName;
  readonly size?: number;
}

/** A small drawing beside a text that says the same: hidden from screen readers. */
export function Icon({ name, size = 20 }: IconProps) {
  return (
    <svg
      aria-hidden
      focusable={false}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flexShrink: 0, display: 'block' }}
    >
      {drawings[name]}
    </svg>
  );
}
