import type { UseQueryResult } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { problemOf } from "@/api/problem";
import { Button } from "@/design";
import { today, useText } from "@/i18n";
import type { Offer } from "./queries";

/** NewBatch begins a batch, or says why none can be made. */
export function NewBatch({ offer }: { offer: UseQueryResult<Offer> }) {
  const t = useText("batch");
  const navigate = useNavigate();
  const why = () => {
    if (offer.error) return [problemOf(offer.error).detail || t("new.unread")];
    if (!offer.data) return [t("new.reading")];
    return offer.data.validThrough < today() ? [t("new.expired", { date: offer.data.validThrough })] : [];
  };
  return <Button kind="primary" icon="plus" why={why()} onClick={() => void navigate({ to: "/app/batches/new" })}>{t("new")}</Button>;
}
