import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "@/design";
import { useText } from "@/i18n";
import { Count, Line, Pair, Part, Prose } from "./fields";
import { Files } from "./Files";
import { staffQuery } from "./queries";
import type { SectionProps } from "./section";

/** kinds pairs each number of the form with the staff list that it must equal. */
const kinds = [
  { key: "fullTime", kind: "fullTime" },
  { key: "experts", kind: "expert" },
  { key: "assessors", kind: "assessor" },
  { key: "qualitySupervisors", kind: "qualitySupervisor" },
] as const;

/** OrganisationSection is the body inside the enterprise that trains and certifies (内设认定机构, notice 一(三)). */
export function OrganisationSection({ applicationId, content: body, change, documents, caseNo, readOnly }: SectionProps<"organisation">) {
  const t = useText("application");
  const set = (part: Partial<typeof body>) => change((before) => ({ ...before, ...part }));
  const rows = useQuery(staffQuery(applicationId)).data?.rows ?? [];
  const listed = (kind: string) => rows.filter((row) => row.kind === kind).length;
  const differ = rows.length > 0 && kinds.some(({ key, kind }) => body[key] !== listed(kind));
  return (
    <>
      <Part title={t("organisation.body")} lead={t("organisation.bodyLead")}>
        <Line at="/organisation/name" value={body.name} set={(name) => set({ name })} />
        <Pair>
          <Line at="/organisation/head" value={body.head} set={(head) => set({ head })} autoComplete="off" />
          <Line at="/organisation/headTitle" value={body.headTitle} set={(headTitle) => set({ headTitle })} autoComplete="off" optional />
        </Pair>
        <Line at="/organisation/phone" value={body.phone} set={(phone) => set({ phone })} chars={20} inputMode="tel" autoComplete="off" optional />
        <Prose at="/organisation/duties" value={body.duties} set={(duties) => set({ duties })} rows={5} />
      </Part>
      <Part title={t("organisation.people")} lead={t("organisation.peopleLead")}>
        <Pair>
          {kinds.map(({ key, kind }) => (
            <Count
              key={key}
              at={`/organisation/${key}`}
              value={body[key]}
              set={(count) => set({ [key]: count })}
              unit={t("person")}
              optional
              aside={rows.length > 0 ? t("organisation.listed", { n: listed(kind) }) : undefined}
            />
          ))}
        </Pair>
        {differ && !readOnly && (
          <p><Button icon="swap" onClick={() => set(Object.fromEntries(kinds.map(({ key, kind }) => [key, listed(kind)])))}>{t("organisation.take")}</Button></p>
        )}
        {rows.length === 0 && (
          <p className="app-note">
            {t.rich("organisation.noList", { link: <Link to="/app/applications/$applicationId/$section" params={{ applicationId, section: "staff" }}>{t("section.staff")}</Link> })}
          </p>
        )}
      </Part>
      <Part title={t("organisation.papers")}>
        <Files at="/organisation/documents" ids={body.documents} set={(ids) => set({ documents: ids })} documents={documents} purpose="proof" caseNo={caseNo} multiple optional />
      </Part>
    </>
  );
}
