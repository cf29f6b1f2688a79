import { useId, useRef, useState, type ReactNode } from "react";
import type { Schemas } from "@/api/client";
import { forget, type UploadOptions } from "@/api/upload";
import { sizeOf, useText } from "@/i18n";
import { Button } from "../action/Button";
import { classes } from "../classes";
import { FieldError } from "../form/Field";
import { Icon } from "../icon/Icon";
import { DocumentRow, type TrustLevel } from "./DocumentRow";
import { DropZone } from "./DropZone";
import { Reuse } from "./Reuse";
import { labelsOf, refuse, type Refusal } from "./rules";
import { TaskRow } from "./TaskRow";
import { useUploads } from "./useUploads";
import "./upload.css";

type Document = Schemas["Document"];

/** UploadProps of one place that takes files. */
export interface UploadProps {
  purpose: Schemas["DocumentPurpose"];
  caseNo?: string;
  /** Media types or endings, as an input's `accept`. */
  accept: string;
  maxBytes?: number;
  multiple?: boolean;
  label: ReactNode;
  hint?: ReactNode;
  value: readonly Document[];
  onChange: (documents: Document[]) => void;
  personal?: boolean;
  /** The instant of the shutter, or how to know it of a file. */
  capturedAt?: string | ((file: File) => string | undefined);
  /** Earlier files that may be used again. */
  reuse?: readonly Document[];
  readOnly?: boolean;
  error?: ReactNode;
  optional?: boolean;
  /** The id of the button that chooses, for links from an error summary. */
  id?: string;
  /** A name of this place that is the same after a reload; by default purpose, case and label. */
  slot?: string;
  /** The level of trust of a document; by default C, uploaded by the applicant. */
  trustOf?: (document: Document) => TrustLevel | undefined;
  /** Opens the camera on a phone. */
  camera?: boolean;
}

interface Refused {
  name: string;
  why: Refusal;
}

/** Upload takes files: rules first, then progress with pause and resume, then what was accepted. */
export function Upload(props: UploadProps) {
  const { purpose, caseNo, accept, maxBytes, multiple, label, hint, value, onChange, personal, capturedAt, reuse, readOnly, error, optional, camera } = props;
  const t = useText("design");
  const made = useId();
  const id = props.id ?? made;
  const slot = props.slot ?? [purpose, caseNo ?? "", typeof label === "string" ? label : id].join("/");
  const [refused, setRefused] = useState<Refused[]>([]);
  const latest = useRef(value);
  latest.current = value;
  const give = (documents: Document[]) => {
    latest.current = documents;
    onChange(documents);
  };
  const arrived = (document: Document, replaces: string | undefined) => {
    const now = latest.current.filter((other) => other.id !== document.id);
    if (!multiple) return give([document]);
    const at = replaces ? now.findIndex((other) => other.id === replaces) : -1;
    give(at >= 0 ? now.with(at, document) : [...now, document]);
  };
  const options: UploadOptions = { purpose, caseNo, personal };
  const { tasks, begun, start, reread } = useUploads(slot, options, arrived);

  const choose = (files: File[], replaces?: string) => {
    const wrong: Refused[] = [];
    for (const file of multiple ? files : files.slice(0, 1)) {
      const twice = tasks.some((task) => task.file.name === file.name && task.file.size === file.size);
      const why = twice ? "twice" : refuse(file, accept, maxBytes);
      if (why) wrong.push({ name: file.name, why });
      else start(file, { replaces, capturedAt: typeof capturedAt === "function" ? capturedAt(file) : capturedAt });
    }
    setRefused(wrong);
  };
  const room = !readOnly && (multiple || (value.length === 0 && tasks.length === 0));
  const rules = t(maxBytes ? "upload.rulesSize" : "upload.rules", { kinds: labelsOf(accept).join(t("upload.or")), size: maxBytes ? sizeOf(maxBytes) : "" });
  const described = classes(`${id}-rules`, error ? `${id}-error` : "");

  return (
    <div className={classes("jx-upload", Boolean(error) && "jx-field-wrong")} role="group" aria-labelledby={`${id}-label`}>
      <p id={`${id}-label`} className="jx-upload-label">
        {label}
        {optional && <span className="jx-field-optional">{t("field.optional")}</span>}
      </p>
      {hint && <div className="jx-field-hint">{hint}</div>}
      {!readOnly && <p id={`${id}-rules`} className="jx-field-hint">{rules}</p>}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {readOnly && value.length === 0 && <p className="jx-upload-none">{t("upload.none")}</p>}

      {(value.length > 0 || tasks.length > 0) && (
        <ul className="jx-files">
          {value.map((document) => (
            <DocumentRow
              key={document.id}
              document={document}
              trust={props.trustOf ? props.trustOf(document) : "C"}
              accept={accept}
              onReplace={readOnly ? undefined : (files) => choose(files, document.id)}
              onRemove={readOnly ? undefined : () => give(latest.current.filter((other) => other.id !== document.id))}
            />
          ))}
          {tasks.map((task) => <TaskRow key={task.id} task={task} />)}
        </ul>
      )}

      {refused.map(({ name, why }) => (
        <div key={name} className="jx-upload-refused" role="alert">
          <FieldError>{t(`upload.refused.${why}`, { name, kinds: labelsOf(accept).join(t("upload.or")), size: sizeOf(maxBytes ?? 0) })}</FieldError>
        </div>
      ))}

      {!readOnly && begun.map((kept) => (
        <p key={kept.documentId} className="jx-upload-begun">
          <Icon name="pause" />
          <span>{t("upload.begun", { name: kept.name, size: sizeOf(kept.size) })}</span>
          <Button kind="quiet" small onClick={() => void forget(kept.documentId).then(reread)}>{t("upload.forget")}</Button>
        </p>
      ))}

      {room && (
        <div className="jx-upload-ways">
          <DropZone id={id} label={label} accept={accept} multiple={multiple} camera={camera} describedBy={described} onFiles={choose} />
          {reuse && reuse.length > 0 && <Reuse documents={reuse} taken={value} onPick={(document) => arrived(document, undefined)} />}
        </div>
      )}
    </div>
  );
}
