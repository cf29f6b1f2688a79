import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { problemOf } from "@/api/problem";
import { Check, Dialog, DocumentViewer, Empty, Field, NativeSelect, ProblemNotice } from "@/design";
import { momentOf, useText } from "@/i18n";
import { ApplicationSheet } from "@/features/application/sheet/ApplicationSheet";
import { differencesQuery, referenceQuery, snapshotsQuery } from "@/features/task/queries";
import type { PartProps } from "./part";
import { useDocuments } from "./queries";

const route = getRouteApi("/desks/app/cases/$caseNo");

/** ApplicationPart shows the application as it was handed in, each version of it, and what changed from the one before. */
export function ApplicationPart({ now }: PartProps) {
  const t = useText("case");
  const { data: snapshots } = useSuspenseQuery(snapshotsQuery(now.caseNo));
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [file, setFile] = useState<string>();
  const newest = snapshots.items.at(-1);
  const shown = snapshots.items.find((s) => String(s.round) === search.version) ?? newest;
  const before = shown && snapshots.items.filter((s) => s.round < shown.round).at(-1);
  const marking = search.marks !== "off";
  const differences = useQuery({ ...differencesQuery(now.caseNo, before?.round ?? 0, shown?.round ?? 0), enabled: !!before && marking });
  if (!shown) return <Empty title={t("application.none")} />;
  const go = (change: Record<string, string | undefined>) =>
    void navigate({ search: (old: Record<string, string>) => Object.fromEntries(Object.entries({ ...old, ...change }).filter((e): e is [string, string] => !!e[1])), resetScroll: false });
  return (
    <div className="case-application">
      {snapshots.items.length > 1 && (
        <div className="case-versions">
          <Field label={t("application.version")} inline>
            {(wiring) => (
              <NativeSelect
                {...wiring}
                value={String(shown.round)}
                options={snapshots.items.toReversed().map((s) => ({ value: String(s.round), label: t("application.round", { n: s.round, when: momentOf(s.createdAt) }) }))}
                onChange={(event) => go({ version: event.target.value === String(newest?.round) ? undefined : event.target.value })}
              />
            )}
          </Field>
          {before && <Check label={t("application.marks", { n: before.round })} checked={marking} onChange={(on) => go({ marks: on ? undefined : "off" })} />}
          {before && marking && differences.data && <span className="case-changes">{t("application.changes", { n: differences.data.items.length })}</span>}
        </div>
      )}
      {differences.isError && <ProblemNotice problem={problemOf(differences.error)} onRetry={() => void differences.refetch()} />}
      <div className="case-sheet">
        <nav className="case-toc" aria-label={t("application.sections")}>
          <ol>{reference.sections.map(({ code, name }) => <li key={code}><a href={`#sheet-${code}`} onClick={(event) => { event.preventDefault(); document.getElementById(`sheet-${code}`)?.scrollIntoView({ block: "start" }); }}>{name}</a></li>)}</ol>
        </nav>
        <ApplicationSheet content={shown.content} {...(before && marking && differences.data ? { differences: differences.data.items } : {})} onOpen={setFile} heading={2} />
      </div>
      {file && <FileDialog id={file} onClose={() => setFile(undefined)} />}
    </div>
  );
}

function FileDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText("case");
  const { documents, reading } = useDocuments([id]);
  const known = documents.get(id);
  return (
    <Dialog open wide title={known?.name ?? t("file.reading")} onClose={onClose}>
      {known ? <DocumentViewer documentId={known.id} name={known.name} type={known.type ?? ""} /> : !reading && <Empty title={t("file.unknown")} />}
    </Dialog>
  );
}
