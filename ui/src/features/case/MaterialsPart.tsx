import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Empty, VerdictMark, useHotkeys } from "@/design";
import { useText } from "@/i18n";
import { findingOn } from "@/features/act/finding";
import { papersQuery, referenceQuery, snapshotsQuery, statementsQuery } from "@/features/task/queries";
import { sheetOf } from "./granted";
import { filesOf, materialFiles } from "./materials";
import { CheckRecord } from "./CheckRecord";
import { MaterialViewer } from "./MaterialViewer";
import type { PartProps } from "./part";

const route = getRouteApi("/desks/app/cases/$caseNo");

/** MaterialsPart shows the seven materials with their documents, one at a time. */
export function MaterialsPart({ now }: PartProps) {
  const t = useText("case");
  const words = useText("words");
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const { data: snapshots } = useSuspenseQuery(snapshotsQuery(now.caseNo));
  const { data: papers } = useSuspenseQuery(papersQuery(now.caseNo));
  const { data: said } = useSuspenseQuery(statementsQuery(now.caseNo));
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const application = snapshots.items.at(-1)?.content.application;
  const current = Number(search.material) || 1;
  const pick = (number: number) => void navigate({ search: (old: Record<string, string>) => ({ ...old, material: String(number) }), resetScroll: false, replace: true });
  useHotkeys(Object.fromEntries(reference.materials.map(({ number, name }) => [String(number), { run: () => pick(number), label: name }])));
  if (!application) return <Empty title={t("application.none")} />;
  const seven = materialFiles(application, reference.materials);
  const shown = seven.find((m) => m.number === current);
  const judged = sheetOf<"acceptance">(said.items.filter((s) => s.stage === "acceptance" && (s.verdict === "accept" || s.verdict === "return")).at(-1));
  const form = papers.items.filter((paper) => paper.kind === "applicationForm" && paper.state === "made").at(-1);
  return (
    <div className="case-materials">
      <ol className="case-material-list" aria-label={t("materials.label")}>
        {reference.materials.map(({ number, name, article }) => {
          const files = seven.find((m) => m.number === number);
          const { finding } = findingOn(judged, number);
          return (
            <li key={number}>
              <button type="button" className="case-material" aria-current={number === current || undefined} onClick={() => pick(number)}>
                <span className="case-material-number">{number}</span>
                <span className="case-material-name">{name}</span>
                <span className="case-material-facts">
                  {judged && <span className={`case-finding case-finding-${finding || "none"}`}><VerdictMark finding={finding} />{words.of(`finding.${finding}`, "")}</span>}
                  <span>{files?.onlineCheck ? t("materials.online") : t("materials.count", { n: files ? filesOf(files).length : 0 })}</span>
                  <span>{article}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      <section className="case-material-view" aria-label={reference.materials.find((m) => m.number === current)?.name}>
        {shown && (
          <MaterialViewer
            key={current}
            ids={filesOf(shown)}
            {...(current === 2 && form ? { paper: { ...form, caseNo: now.caseNo } } : {})}
            empty={<CheckRecord check={judged?.onlineChecks.find((c) => c.material === current)} pending={shown.onlineCheck} />}
          />
        )}
      </section>
    </div>
  );
}
