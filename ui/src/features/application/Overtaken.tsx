import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Problem } from "@/api/problem";
import { Button, ConflictNotice, Dialog, Loading } from "@/design";
import type { Draft } from "@/draft/autosave";
import { useText } from "@/i18n";
import { compare } from "./compare";
import { freshStand } from "./save";
import type { Documents, SectionCode, Values } from "./section";
import { useWords } from "./useWords";

interface OvertakenProps<S extends SectionCode> {
  applicationId: string;
  section: S;
  draft: Draft<Values[S]>;
  documents: Documents;
}

/**
 * Overtaken stands where the same section was changed in another tab: both texts side by side, and which one is to hold. It stays
 * until one is chosen, whatever is tried to save meanwhile.
 */
export function Overtaken<S extends SectionCode>(props: OvertakenProps<S>) {
  const { status } = props.draft;
  const [standing, setStanding] = useState(status === "conflict");
  useEffect(() => {
    if (status === "conflict") setStanding(true);
    if (status === "saved") setStanding(false);
  }, [status]);
  return standing ? <Choice {...props} onChosen={() => setStanding(false)} /> : null;
}

function Choice<S extends SectionCode>({ applicationId, section, draft, documents, onChosen }: OvertakenProps<S> & { onChosen: () => void }) {
  const t = useText("application");
  const words = useWords(documents);
  const [open, setOpen] = useState(false);
  const theirs = useQuery({ queryKey: ["applications", applicationId, "theirs", section], queryFn: () => freshStand(applicationId, section), gcTime: 0, staleTime: 0 });
  const problem = new Problem({ status: 409, code: "stale", detail: t("overtaken.copy") });
  const choose = (take: (stand: NonNullable<typeof theirs.data>) => void) => {
    if (!theirs.data) return;
    take(theirs.data);
    setOpen(false);
    onChosen();
  };
  const differences = theirs.data ? compare(`/${section}`, theirs.data.content, draft.value) : [];
  const mine = differences.map((d) => t("overtaken.line", { label: words.label(d.pointer), value: words.value(d.pointer, d.mine) || t("blank") })).join("\n");
  return (
    <>
      <ConflictNotice problem={problem} mine={mine} entries onView={() => setOpen(true)} onRedo={() => setOpen(true)} />
      <Dialog
        open={open}
        wide
        title={t("overtaken.title")}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button onClick={() => choose(draft.takeTheirs)}>{t("overtaken.theirs")}</Button>
            <Button kind="primary" onClick={() => choose(draft.keepMine)}>{t("overtaken.mine")}</Button>
          </>
        }
      >
        <p>{t("overtaken.lead")}</p>
        {theirs.isPending ? <Loading /> : (
          <table className="app-compare">
            <thead><tr><th scope="col">{t("overtaken.field")}</th><th scope="col">{t("overtaken.stored")}</th><th scope="col">{t("overtaken.typed")}</th></tr></thead>
            <tbody>
              {differences.map((d) => (
                <tr key={d.pointer}>
                  <th scope="row">{words.label(d.pointer)}</th>
                  <td>{words.value(d.pointer, d.theirs) || t("blank")}</td>
                  <td>{words.value(d.pointer, d.mine) || t("blank")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Dialog>
    </>
  );
}
