import { useEffect, useState, type CSSProperties } from "react";
import { useText } from "@/i18n";
import type { View } from "./view";

/** PictureView shows a scan or a photo; it can be zoomed, turned and moved by scrolling. */
export function PictureView({ name, blob, view }: { name: string; blob: Blob; view: View }) {
  const t = useText("design");
  const [address, setAddress] = useState<string>();
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  if (broken) return <p className="jx-pane-other">{t("viewer.broken")}</p>;
  return (
    <div className="jx-pane-scroll" tabIndex={0} role="group" aria-label={name}>
      {address && <img className="jx-picture" data-turn={view.turn} style={{ "--zoom": view.zoom } as CSSProperties} src={address} alt={name} onError={() => setBroken(true)} />}
    </div>
  );
}
