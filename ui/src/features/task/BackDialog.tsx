import { useState } from "react";
import type { Schemas } from "@/api/client";
import { Button, Dialog, Field, NativeSelect, TextArea } from "@/design";
import { useText } from "@/i18n";
import type { Deciding } from "./decide";

/** BackDialog leads a case back to an earlier stage, with the reason. It stands where the task offers the verdict `back`. */
export function BackDialog({ view, deciding, onClose }: { view: Schemas["TaskView"]; deciding: Deciding; onClose: () => void }) {
  const t = useText("shell");
  const [target, setTarget] = useState(view.targets.length === 1 ? (view.targets[0]?.code ?? "") : "");
  const [reason, setReason] = useState("");
  const why = [...view.whyNot.map((w) => w.message), ...(target ? [] : [t("back.chooseTarget")]), ...(reason.trim() ? [] : [t("back.giveReason")])];
  const go = async () => {
    if (await deciding.decide({ verdict: "back", target, sheet: { target, reason } })) return;
    onClose();
  };
  return (
    <Dialog open title={t("back.title")} onClose={onClose} footer={<Button kind="primary" busy={deciding.busy} why={why} onClick={() => void go()}>{t("back.go")}</Button>}>
      <p>{t("back.what")}</p>
      <Field label={t("back.target")} required>
        {(props) => (
          <NativeSelect {...props} value={target} onChange={(event) => setTarget(event.target.value)}>
            <option value="">{t("back.chooseTarget")}</option>
            {view.targets.map((stage) => <option key={stage.code} value={stage.code}>{stage.name}</option>)}
          </NativeSelect>
        )}
      </Field>
      <Field label={t("back.reason")} required>
        {(props) => <TextArea {...props} rows={4} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </Dialog>
  );
}

/** BackLink opens the dialog; nothing where the task cannot go back. */
export function BackLink({ view, deciding }: { view: Schemas["TaskView"]; deciding: Deciding }) {
  const t = useText("shell");
  const [open, setOpen] = useState(false);
  if (view.targets.length === 0 || !view.verdicts.some((verdict) => verdict.code === "back")) return null;
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>{t("back.open")}</Button>
      {open && <BackDialog view={view} deciding={deciding} onClose={() => setOpen(false)} />}
    </>
  );
}
