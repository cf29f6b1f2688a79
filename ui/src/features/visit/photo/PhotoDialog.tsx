import { Button, Dialog, Icon } from "@/design";
import { momentOf, sizeOf, useText } from "@/i18n";
import { useBox, useOutbox } from "../outbox/context";
import type { Place } from "../outbox/record";
import { usePicture } from "./PhotoThumb";

/** PhotoDialog shows a picture large, says what is known of it, and lets it be thrown away. `which` is a kept photo or a document. */
export function PhotoDialog({ id, place, which, onClose }: { id: string; place: Place; which: string; onClose: () => void }) {
  const t = useText("visit");
  const outbox = useOutbox();
  const { photos } = useBox();
  const photo = photos[which];
  const address = usePicture(photo?.file);
  const shown = address ?? (photo || place === "sheet" ? undefined : `/api/documents/${which}/content`);
  const remove = async () => {
    onClose();
    await (photo ? outbox.removePhoto(photo.id) : outbox.removeDocument(id, place, which));
  };
  return (
    <Dialog
      open
      title={t("photo.title")}
      onClose={onClose}
      footer={
        <>
          <Button kind="danger" icon="cross" onClick={() => void remove()}>{t("photo.remove")}</Button>
          {photo?.state === "refused" && <Button icon="retry" onClick={() => void outbox.retryPhoto(photo.id)}>{t("photo.retry")}</Button>}
        </>
      }
    >
      {shown ? <img className="visit-photo-large" src={shown} alt={t("photo.alt")} /> : <p className="visit-thumb-file"><Icon name="file" />{photo?.name}</p>}
      {photo && (
        <dl className="visit-facts">
          <div><dt>{t(`photo.by.${photo.takenBy}`)}</dt><dd>{momentOf(photo.takenAt)}</dd></div>
          <div><dt>{t("photo.file")}</dt><dd>{photo.name} · {sizeOf(photo.size)}</dd></div>
          <div><dt>{t("photo.standing")}</dt><dd>{t(`photo.${photo.state}`)}{photo.problem ? ` · ${photo.problem}` : ""}</dd></div>
        </dl>
      )}
    </Dialog>
  );
}
