import { useEffect, useState } from "react";
import { Icon, type IconName } from "@/design";
import { timeOf, useText } from "@/i18n";
import type { Photo } from "../outbox/record";

const icons: Record<Photo["state"], IconName> = { kept: "upload", sent: "check", refused: "warning" };

/** usePicture gives an address under which the page shows a kept picture. */
export function usePicture(file: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!file?.type.startsWith("image/")) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}

/** PhotoThumb is a picture small, with when it was taken and whether it has been sent. */
export function PhotoThumb({ photo, onOpen }: { photo: Photo; onOpen: () => void }) {
  const t = useText("visit");
  const address = usePicture(photo.file);
  const state = t(`photo.${photo.state}`);
  return (
    <button type="button" className={`visit-thumb visit-thumb-${photo.state}`} onClick={onOpen} aria-label={t("photo.open", { time: timeOf(photo.takenAt), state })}>
      {address ? <img src={address} alt="" /> : <span className="visit-thumb-file"><Icon name="file" /></span>}
      <span className="visit-thumb-facts">
        <Icon name={icons[photo.state]} />
        {timeOf(photo.takenAt)} {state}
      </span>
    </button>
  );
}
