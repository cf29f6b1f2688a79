import type { Schemas } from "@/api/client";
import { useText } from "@/i18n";

/** GuideMaterials lists the seven materials with what each must be. */
export function GuideMaterials({ materials }: { materials: Schemas["MaterialInfo"][] }) {
  const t = useText("public");
  return (
    <table className="pub-table">
      <caption className="visually-hidden">{t("guide.materials")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("material.name")}</th>
          <th scope="col">{t("material.necessity")}</th>
          <th scope="col">{t("material.form")}</th>
          <th scope="col">{t("material.source")}</th>
          <th scope="col">{t("material.online")}</th>
        </tr>
      </thead>
      <tbody>
        {materials.map((material) => (
          <tr key={material.number}>
            <th scope="row">{t("material.numbered", { number: material.number, name: material.name })}<span className="pub-sub">{material.article}</span></th>
            <td data-label={t("material.necessity")}>{material.necessity}</td>
            <td data-label={t("material.form")}>{t("material.formOf", { copies: material.copies, formats: material.formats.join(t("comma")), size: material.fileMiB })}</td>
            <td data-label={t("material.source")}>{material.source}</td>
            <td data-label={t("material.online")}>{material.online ? t("material.onlineYes") : t("material.onlineNo")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
