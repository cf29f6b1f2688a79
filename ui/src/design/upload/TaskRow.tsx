import type { UploadTask } from "@/api/upload";
import { sizeOf, useText } from "@/i18n";
import { Button } from "../action/Button";
import { FieldError } from "../form/Field";
import { Icon } from "../icon/Icon";
import { endingOf } from "./rules";
import { useTaskState } from "./useUploads";

/** TaskRow is a file on its way: how far it is, and what can be done about it. */
export function TaskRow({ task }: { task: UploadTask }) {
  const t = useText("design");
  const { phase, sent, total, document, problem } = useTaskState(task);
  const { name } = task.file;
  const percent = total > 0 ? Math.floor((sent / total) * 100) : 0;
  const wrong = phase === "rejected" || phase === "failed";
  const words = () => {
    if (phase === "rejected") return document?.problem?.message ?? t("upload.rejected");
    if (phase === "failed") return problem?.message || t("upload.interrupted");
    return t(`upload.${phase}`, { percent, sent: sizeOf(sent), total: sizeOf(total) });
  };
  const quarter = Math.floor(percent / 25) * 25;
  return (
    <li className="jx-file">
      <Icon name={/^(jpe?g|png)$/.test(endingOf(name)) ? "image" : "file"} />
      <div className="jx-file-body">
        <p className="jx-file-name">{name}</p>
        {!wrong && <progress className="jx-progress" max={100} value={phase === "hashing" ? undefined : percent} aria-label={t("upload.progress", { name })} />}
        {wrong ? <div role="alert"><FieldError>{words()}</FieldError></div> : <p className="jx-file-facts">{words()}</p>}
        <p className="visually-hidden" role="status">{phase === "sending" && quarter > 0 ? t("upload.announce", { name, percent: quarter }) : phase === "checking" || phase === "paused" ? `${name} ${words()}` : ""}</p>
      </div>
      <div className="jx-file-actions">
        {phase === "sending" && <Button kind="quiet" small icon="pause" onClick={() => task.pause()}>{t("upload.pause")}</Button>}
        {phase === "paused" && <Button kind="quiet" small icon="play" onClick={() => task.resume()}>{t("upload.resume")}</Button>}
        {phase === "failed" && <Button kind="quiet" small icon="retry" onClick={() => task.resume()}>{t("upload.retry")}</Button>}
        {phase !== "checking" && phase !== "done" && <Button kind="quiet" small icon="cross" iconOnly={!wrong} onClick={() => task.cancel()}>{t(wrong ? "upload.dismiss" : "upload.cancel")}</Button>}
      </div>
    </li>
  );
}
