import { useState } from "react";
import type { Schemas } from "@/api/client";
import { Dialog, Icon } from "@/design";
import { useText } from "@/i18n";
import { photoHref } from "./queries";

/** Photo is the candidate's photo; pressing it shows it large. */
export function Photo({ batchNo, row }: { batchNo: string; row: Schemas["Result"] }) {
  const t = useText("audit");
  const [state, setState] = useState<"there" | "missing" | "large">(row.content.photo ? "there" : "missing");
  const alt = t("photo.of", { name: row.content.name });
  if (state === "missing") return <p className="audit-photo audit-photo-none"><Icon name="image" />{t("photo.none")}</p>;
  return (
    <>
      <button type="button" className="audit-photo" onClick={() => setState("large")}>
        <img src={photoHref(batchNo, row.no)} alt={alt} onError={() => setState("missing")} />
      </button>
      {state === "large" && (
        <Dialog open title={alt} onClose={() => setState("there")}>
          <img className="audit-photo-large" src={photoHref(batchNo, row.no)} alt={alt} />
        </Dialog>
      )}
    </>
  );
}
