import { useState, type ChangeEvent } from "react";
import { Icon } from "@/design";
import { useText } from "@/i18n";
import { Glyph } from "../Glyph";
import { useBox, useOutbox } from "../outbox/context";
import type { Place } from "../outbox/record";
import { documentsAt } from "../outbox/sheet";
import { filesFor, kindsOf, namedPhoto } from "./files";
import { PhotoDialog } from "./PhotoDialog";
import { PhotoThumb } from "./PhotoThumb";

/** PhotoStrip takes pictures for one place of the record and shows those that are there, sent or not. */
export function PhotoStrip({ id, place, wanted }: { id: string; place: Place; wanted?: boolean }) {
  const t = useText("visit");
  const outbox = useOutbox();
  const { photos, visits } = useBox();
  const [problem, setProblem] = useState("");
  const [open, setOpen] = useState<string>();
  const own = Object.values(photos).filter((photo) => photo.visit === id && photo.place === place);
  const sheet = visits[id]?.sheet;
  const elsewhere = sheet ? documentsAt(sheet, place).filter((documentId) => !own.some((photo) => photo.documentId === documentId)) : [];
  const scan = place === "sheet";

  async function take(event: ChangeEvent<HTMLInputElement>) {
    const { files, value } = event.target;
    const chosen = [...(files ?? [])];
    if (value) event.target.value = "";
    setProblem("");
    for (const file of chosen) {
      const refused = filesFor(place, file);
      if (refused) {
        setProblem(t(refused, { name: file.name }));
        continue;
      }
      try {
        await outbox.addPhoto(id, place, namedPhoto(file, place, t(scan ? "sheet.fileName" : "photo.fileName")));
      } catch {
        setProblem(t("photo.noRoom"));
      }
    }
  }

  return (
    <div className="visit-photos">
      {own.length + elsewhere.length > 0 && (
        <ul className="visit-photo-row">
          {own.map((photo) => <li key={photo.id}><PhotoThumb photo={photo} onOpen={() => setOpen(photo.id)} /></li>)}
          {elsewhere.map((documentId) => (
            <li key={documentId}>
              <button type="button" className="visit-thumb" onClick={() => setOpen(documentId)}>
                {scan ? <span className="visit-thumb-file"><Icon name="file" /></span> : <img src={`/api/documents/${documentId}/content`} alt="" loading="lazy" />}
                <span className="visit-thumb-facts"><Icon name="check" />{t("photo.sent")}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {problem && <p className="visit-wrong" role="alert"><Icon name="warning" />{problem}</p>}
      <div className="visit-take">
        <label className={wanted && own.length + elsewhere.length === 0 ? "jx-button jx-button-primary" : "jx-button jx-button-plain"}>
          <Glyph name="camera" />
          {t(scan ? "sheet.take" : "photo.take")}
          <input type="file" accept="image/*" capture="environment" className="visually-hidden" onChange={(event) => void take(event)} />
        </label>
        <label className="jx-button jx-button-quiet">
          {t(scan ? "sheet.choose" : "photo.choose")}
          <input type="file" accept={kindsOf(place)} multiple={!scan} className="visually-hidden" onChange={(event) => void take(event)} />
        </label>
      </div>
      {open && <PhotoDialog id={id} place={place} which={open} onClose={() => setOpen(undefined)} />}
    </div>
  );
}
