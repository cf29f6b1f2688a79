import { useEffect, useRef, useState, type ComponentProps } from "react";
import { TextArea } from "@/design";

/** linesOf reads one entry a line; empty lines are none. */
export function linesOf(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}

/** LinesInput takes several entries, one a line, and leaves alone how they are typed. */
export function LinesInput({ value, onChange, ...rest }: Omit<ComponentProps<"textarea">, "value" | "onChange"> & { value: readonly string[]; onChange: (lines: string[]) => void }) {
  const [text, setText] = useState(value.join("\n"));
  const said = value.join("\n");
  const last = useRef(said);
  useEffect(() => {
    if (said !== last.current) setText(said); // changed from elsewhere
    last.current = said;
  }, [said]);
  return (
    <TextArea
      {...rest}
      value={text}
      onChange={(event) => {
        const lines = linesOf(event.target.value);
        last.current = lines.join("\n");
        setText(event.target.value);
        onChange(lines);
      }}
    />
  );
}
