import { useState } from "react";
import { Button, Icon } from "@/design";
import { useText } from "@/i18n";
import { useBox, useOutbox } from "./outbox/context";
import type { Sheet } from "./outbox/record";
import { useVisitText } from "./said";

/** WhoseDraft asks which of two drafts of the same person counts: this phone's, or the one saved from another place. */
export function WhoseDraft({ id, mine, theirs }: { id: string; mine: Sheet; theirs: Sheet }) {
  const t = useText("visit");
  const outbox = useOutbox();
  const { visits } = useBox();
  const [look, setLook] = useState(false);
  const about = visits[id]?.about;
  const inWords = useVisitText(about ?? { enterprise: "", openedAt: "", deadline: "", addresses: [], contacts: [], panel: [], least: 1, lookAt: [], conditions: [] });
  return (
    <section className="visit-conflict" role="alert">
      <p><Icon name="swap" />{t("whose.title")}</p>
      <div className="visit-take">
        <Button kind="primary" onClick={() => void outbox.choose(id, "mine")}>{t("whose.mine")}</Button>
        <Button onClick={() => void outbox.choose(id, "theirs")}>{t("whose.theirs")}</Button>
        <Button kind="quiet" aria-expanded={look} onClick={() => setLook(!look)}>{t("whose.compare")}</Button>
      </div>
      {look && (
        <div className="visit-compare">
          <section><h2>{t("whose.here")}</h2><p className="visit-words">{inWords(mine)}</p></section>
          <section><h2>{t("whose.there")}</h2><p className="visit-words">{inWords(theirs)}</p></section>
        </div>
      )}
    </section>
  );
}
