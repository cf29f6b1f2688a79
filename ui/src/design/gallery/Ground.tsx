import type { CSSProperties } from "react";
import { dark, light, type Colour } from "../palette";
import { contrast } from "./contrast";
import { Section } from "./Section";
import { useWords } from "./words";

const texts: Colour[] = ["ink", "text2", "meta", "brand", "brand-hover", "link", "seal", "ok", "warn"];
const grounds: Colour[] = ["paper", "surface", "surface-2", "wash", "seal-wash", "warn-wash", "ok-wash"];
const lines: Colour[] = ["rule", "rule-strong", "input-border", "focus"];
const sizes = ["t26", "t20", "t16", "t14", "t12"] as const;

/** Ground shows colours and type. */
export function Ground() {
  const w = useWords();
  const palette = document.documentElement.dataset.theme === "dark" ? dark : light;
  const ratio = (colour: Colour) => contrast(palette[colour], palette.surface).toFixed(1);
  return (
    <>
      <Section id="colours" title={w("colours")}>
        <ul className="gallery-colours">
          {texts.map((colour) => (
            <li key={colour} className="gallery-colour gallery-colour-text" style={{ "--sample": `var(--${colour})` } as CSSProperties}>{w("colours.sample", { name: colour, ratio: ratio(colour) })}</li>
          ))}
        </ul>
        <ul className="gallery-colours">
          {grounds.map((colour) => (
            <li key={colour} className="gallery-colour gallery-colour-ground" style={{ "--sample": `var(--${colour})` } as CSSProperties}>{colour}</li>
          ))}
          {lines.map((colour) => (
            <li key={colour} className="gallery-colour gallery-colour-line" style={{ "--sample": `var(--${colour})` } as CSSProperties}>{w("colours.sample", { name: colour, ratio: ratio(colour) })}</li>
          ))}
        </ul>
      </Section>
      <Section id="type" title={w("type")}>
        {sizes.map((size) => <p key={size} className={`gallery-${size}`}>{w(`type.${size}`)}</p>)}
        <p className="gallery-document">{w("type.document")}</p>
        <p className="number">{w("type.number")}</p>
      </Section>
    </>
  );
}
