import { useSuspenseQuery } from "@tanstack/react-query";
import { sizeOf, useText } from "@/i18n";
import { referenceQuery } from "@/features/task/queries";

/** WhatToHave says what a newcomer should know before beginning: how the form behaves, and which papers to have at hand. */
export function WhatToHave() {
  const t = useText("application");
  const { data: reference } = useSuspenseQuery(referenceQuery);
  return (
    <aside className="app-aside" aria-labelledby="what-to-have">
      <h2 id="what-to-have">{t("have.title")}</h2>
      <ul className="app-have">
        <li>{t("have.order")}</li>
        <li>{t("have.saved")}</li>
        <li>{t("have.files", { size: sizeOf(reference.limits.fileBytes) })}</li>
      </ul>
      <h3>{t("have.papers")}</h3>
      <ol className="app-have-papers">
        {reference.materials.map((material) => (
          <li key={material.number}>
            {material.name}
            {material.online && <span className="app-have-note">{t("have.online")}</span>}
            {material.carried && <span className="app-have-note">{t("have.carried")}</span>}
          </li>
        ))}
      </ol>
      <p><a href="/guide" target="_blank" rel="noreferrer">{t("have.guide")}</a></p>
    </aside>
  );
}
