const paths = {
  phone: "M5.2 2.5 6.8 6 5.4 7.2a8.5 8.5 0 0 0 3.4 3.4L10 9.2l3.5 1.6v2.4c-6 .6-11.3-4.7-10.7-10.7Z",
  camera: "M2.5 5h2.7l1-1.7h3.6l1 1.7h2.7v8h-11Zm5.5 1.6a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6Z",
} as const;

/** Glyph is a line icon that only the phone's pages need. */
export function Glyph({ name }: { name: keyof typeof paths }) {
  return (
    <svg className="jx-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
