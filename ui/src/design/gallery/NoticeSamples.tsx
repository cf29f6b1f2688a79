import { useState } from "react";
import { Problem } from "@/api/problem";
import { Button, ConflictNotice, Dialog, Empty, Loading, NoPermission, ProblemNotice, toast } from "@/design";
import { Row, Section } from "./Section";
import { useWords } from "./words";

/** NoticeSamples shows what is said when something happened, or cannot. */
export function NoticeSamples() {
  const w = useWords();
  const [asking, setAsking] = useState<"plain" | "seal">();
  const close = () => setAsking(undefined);
  const nothing = () => undefined;
  const problem = (code: string, status: number, detail = "") => new Problem({ status, code, detail, requestId: status > 0 ? "7f3c-91ab" : "" });
  return (
    <>
      <Section id="dialogs" title={w("dialogs")}>
        <Row>
          <Button onClick={() => setAsking("plain")}>{w("dialogs.open")}</Button>
          <Button onClick={() => setAsking("seal")}>{w("dialogs.seal")}</Button>
          <Button kind="quiet" onClick={() => toast(w("dialogs.toastText"))}>{w("dialogs.toast")}</Button>
          <Button kind="quiet" onClick={() => toast(w("dialogs.warnText"), "warn")}>{w("dialogs.warn")}</Button>
        </Row>
        <Dialog open={asking === "plain"} title={w("dialogs.title")} onClose={close} footer={<><Button onClick={close}>{w("dialogs.cancel")}</Button><Button kind="primary" onClick={close}>{w("dialogs.go")}</Button></>}>
          <p>{w("dialogs.body")}</p>
        </Dialog>
        <Dialog open={asking === "seal"} tone="seal" title={w("dialogs.sealTitle")} onClose={close} footer={<><Button onClick={close}>{w("dialogs.cancel")}</Button><Button kind="danger" onClick={close}>{w("dialogs.sealGo")}</Button></>}>
          <p>{w("dialogs.sealBody")}</p>
        </Dialog>
      </Section>
      <Section id="notices" title={w("notices")}>
        <div className="gallery-grid">
          <ProblemNotice problem={problem("offline", 0)} onRetry={nothing} work="kept" />
          <ProblemNotice problem={problem("unreadable", 502)} onRetry={nothing} phone="024-12333" />
          <ProblemNotice problem={problem("slow", 503)} />
          <ProblemNotice problem={problem("closed", 409, w("notices.detail"))} />
        </div>
        <ConflictNotice
          problem={new Problem({ status: 409, code: "taken", detail: "", facts: { who: w("person.1"), at: "2026-11-25T02:31:00Z", state: "done", verdict: "back" } })}
          verdictName={w("notices.verdict")}
          mine={w("notices.mine")}
          onView={nothing}
          onRedo={nothing}
        />
        <div className="gallery-grid">
          <Empty title={w("notices.empty")} action={<Button kind="primary">{w("notices.emptyAction")}</Button>}>{w("notices.emptyText")}</Empty>
          <NoPermission who={w("notices.who")} />
          <div className="gallery-card"><Loading /></div>
          <div className="gallery-card"><Loading shape="rows" lines={3} /></div>
        </div>
      </Section>
    </>
  );
}
