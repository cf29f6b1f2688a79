/** View is how a document is looked at. */
export interface View {
  /** 1 fits the width. */
  zoom: number;
  turn: 0 | 90 | 180 | 270;
  page: number;
  /** When the person asked for a page, in milliseconds; scrolling does not set it. */
  goTo: number;
  words: string;
  match: number;
}

/** firstView fits the width. */
export const firstView: View = { zoom: 1, turn: 0, page: 1, goTo: 0, words: "", match: 0 };

const steps = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];

/** zoomed is one step nearer or farther. */
export function zoomed({ zoom }: View, step: 1 | -1): Pick<View, "zoom"> {
  const next = step > 0 ? steps.find((one) => one > zoom + 0.01) : steps.findLast((one) => one < zoom - 0.01);
  return { zoom: next ?? zoom };
}

/** turned is a quarter to the right. */
export function turned({ turn }: View): Pick<View, "turn"> {
  return { turn: ((turn + 90) % 360) as View["turn"] };
}
