import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import { classes, Field, Icon, Tag, TextInput, type TagState } from "@/design";
import { useText } from "@/i18n";
import { searchQuery, useSettled, type Occupation } from "./occupations";
import "./occ-finder.css";

const tones: Record<Occupation["fileable"], TagState> = { allow: "filed", forbid: "refused", checkByHand: "near" };

/** OccupationFinder looks up the catalogue by code, name or pinyin initials. What may not be filed is found as well, and says why. */
export function OccupationFinder({ onPick, id }: { onPick: (occupation: Occupation) => void; id?: string }) {
  const t = useText("application");
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [barred, setBarred] = useState<Occupation>();
  const asked = useSettled(typed.trim(), 180);
  const { data, isFetching, isError } = useQuery({ ...searchQuery(asked), enabled: asked !== "", placeholderData: keepPreviousData });
  const found = asked && typed.trim() ? (data?.items ?? []) : [];
  const shown = open && typed.trim() !== "";

  const pick = (occupation: Occupation | undefined) => {
    if (!occupation) return;
    setOpen(false);
    setBarred(occupation.fileable === "forbid" ? occupation : undefined);
    if (occupation.fileable === "forbid") return;
    setTyped("");
    onPick(occupation);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      if (found.length > 0) setAt((before) => (before + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (shown) pick(found[at]);
    } else if (event.key === "Escape" && shown) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  const status = isError ? t("occ.find.failed") : found.length > 0 ? t("occ.find.results", { n: found.length }) : isFetching || asked !== typed.trim() ? t("occ.find.busy") : t("occ.find.none", { q: asked });

  return (
    <div className="occ-finder" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}>
      <Field label={t("occ.find")} hint={t("occ.find.hint")} id={id}>
        {(wiring) => (
          <TextInput
            {...wiring}
            ref={input}
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-expanded={shown}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={shown && found[at] ? `${list}-${at}` : undefined}
            value={typed}
            onFocus={() => setOpen(true)}
            onClick={() => setOpen(true)}
            onKeyDown={press}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
              setOpen(true);
              setBarred(undefined);
            }}
          />
        )}
      </Field>
      <div className="occ-found" hidden={!shown}>
        <ul id={list} role="listbox" aria-label={t("occ.find")} className="occ-options">
          {found.map((occupation, i) => (
            <li
              key={occupation.code}
              id={`${list}-${i}`}
              role="option"
              aria-selected={i === at}
              aria-disabled={occupation.fileable === "forbid" || undefined}
              className={classes("occ-option", i === at && "occ-option-at")}
              onMouseMove={() => setAt(i)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(occupation)}
            >
              <span className="occ-option-name">{occupation.name}</span>
              <span className="occ-option-code number">{occupation.code}</span>
              <span className="occ-option-place">{occupation.minor}</span>
              <Tag state={tones[occupation.fileable]}>{t(`occ.fileable.${occupation.fileable}`)}</Tag>
            </li>
          ))}
        </ul>
        {found.length === 0 && <p className="occ-found-status">{status}</p>}
      </div>
      <p role="status" className="visually-hidden">{shown ? status : ""}</p>
      {barred && <Barred occupation={barred} />}
    </div>
  );
}

/** Barred says at once why an occupation cannot be filed, and on what basis. */
export function Barred({ occupation }: { occupation: Occupation }) {
  const t = useText("application");
  return (
    <p className="occ-barred" role="alert">
      <Icon name="strike" />
      <span>{occupation.basis ? t("occ.forbid.licensed", { name: occupation.name, basis: occupation.basis }) : t("occ.forbid.skill", { name: occupation.name })}</span>
    </p>
  );
}
