import { useRef, useState, type ReactNode } from "react";
import { useText } from "@/i18n";
import { Button } from "../action/Button";
import { classes } from "../classes";

/** DropZoneProps of the place where files are chosen or dropped. */
export interface DropZoneProps {
  id: string;
  label: ReactNode;
  accept: string;
  multiple?: boolean;
  camera?: boolean;
  describedBy: string;
  onFiles: (files: File[]) => void;
}

/** DropZone chooses files by a button, or takes those that are dropped on it. */
export function DropZone({ id, label, accept, multiple, camera, describedBy, onFiles }: DropZoneProps) {
  const t = useText("design");
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      className={classes("jx-drop", over && "jx-drop-over")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <Button id={id} icon={camera ? "image" : "upload"} aria-describedby={describedBy} onClick={() => input.current?.click()}>
        {t(camera ? "upload.camera" : "upload.choose")}
        <span className="visually-hidden">{t.rich("upload.for", { label })}</span>
      </Button>
      {!camera && <span className="jx-drop-words">{t("upload.drop")}</span>}
      <FileInput ref={input} accept={accept} multiple={multiple} camera={camera} onFiles={onFiles} />
    </div>
  );
}

/** FileInput is the browser's chooser, opened by a button of ours. */
export function FileInput({ ref, accept, multiple, camera, onFiles }: { ref: React.Ref<HTMLInputElement>; accept: string; multiple?: boolean; camera?: boolean; onFiles: (files: File[]) => void }) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      accept={accept}
      multiple={multiple}
      capture={camera ? "environment" : undefined}
      onChange={(event) => {
        onFiles([...(event.currentTarget.files ?? [])]);
        event.currentTarget.value = "";
      }}
    />
  );
}
