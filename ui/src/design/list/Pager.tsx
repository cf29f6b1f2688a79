import { useText } from "@/i18n";
import { Button } from "../action/Button";

/** Pager brings more of a list while there is more. */
export function Pager({ next, onMore, busy }: { next: string | undefined; onMore: () => void; busy?: boolean }) {
  const t = useText("design");
  if (!next) return null;
  return (
    <div className="jx-pager">
      <Button busy={busy} icon="down" onClick={onMore}>{t("pager.more")}</Button>
    </div>
  );
}
