import { useEffect, useState, type CSSProperties } from "react";
import { useText } from "@/i18n";
import type { View } from "./view";

/** PictureView shows a scan or a photo; it can be zoomed, turned and moved by scrolling. */
export function PictureView({ name, blob, view }: { name: string; blob: Blob; view: View }) {
  const t = useText("design");
  const [address, setAddress] = useState<string>();
  const [size, setSize] = useState<[number, number]>([4, 3]);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  if (broken) return <p className="jx-pane-other">{t("viewer.broken")}</p>;
  const sideways = view.turn % 180 !== 0;
  const [wide, high] = sideways ? [size[1], size[0]] : size;
  return (
    <div className="jx-pane-scroll" tabIndex={0} role="group" aria-label={name}>
      <div className="jx-picture" data-sideways={sideways || undefined} style={{ "--zoom": view.zoom, "--turn": view.turn, "--wide": wide, "--high": high } as CSSProperties}>
        {address && (
          <img
            src={address}
            alt={name}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => setSize([naturalWidth || 1, naturalHeight || 1])}
            onError={() => setBroken(true)}
          />
        )}
      </div>
    </div>
  );
}
