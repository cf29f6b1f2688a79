import type { Draft } from "@/draft/autosave";
import type { Deciding, Wish } from "@/features/task/decide";

/** settle saves what is written, decides, and drops the copy in the browser once the decision stands. It says whether it does. */
export async function settle(draft: Pick<Draft<unknown>, "flush" | "forget">, deciding: Deciding, wish: Wish): Promise<boolean> {
  await draft.flush().catch(() => undefined); // the decision carries the words itself
  const settled = await deciding.decide(wish);
  if (settled) await draft.forget();
  return settled !== undefined;
}
