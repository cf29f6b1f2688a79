import { act, render } from "@testing-library/react";
import { Suspense, type ReactNode } from "react";
import { loadText } from "@/i18n";

/** show renders with the sentences there, as a page does. */
export async function show(element: ReactNode) {
  await loadText("zh-CN", "design");
  let shown: ReturnType<typeof render> | undefined;
  await act(async () => {
    shown = render(<Suspense>{element}</Suspense>);
  });
  if (!shown) throw new Error("nothing was rendered");
  return shown;
}
