import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, type Schemas } from "@/api/client";
import { problemOf } from "@/api/problem";
import { useSession } from "@/api/session";
import { Button, Dialog, Field, NativeSelect, ProblemNotice } from "@/design";
import { useText } from "@/i18n";

/** HandOverDialog asks to which colleague the chosen tasks go (转交). */
export function HandOverDialog({ count, role, onHand, onClose }: { count: number; role: Schemas["Role"]; onHand: (to: string) => void; onClose: () => void }) {
  const t = useText("queue");
  const session = useSession();
  const [to, setTo] = useState("");
  const people = useQuery({ queryKey: ["colleagues", role], queryFn: () => answer(api.GET("/api/colleagues", { params: { query: { role } } })) });
  const others = people.data?.items.filter((person) => person.id !== session?.user.id) ?? [];
  const why = [...(people.data && others.length === 0 ? [t("hand.nobody")] : []), ...(to || others.length === 0 ? [] : [t("hand.choose")])];
  return (
    <Dialog open title={t("hand.title", { n: count })} onClose={onClose} footer={<Button kind="primary" why={why} onClick={() => onHand(to)}>{t("bulk.hand")}</Button>}>
      {people.error && <ProblemNotice problem={problemOf(people.error)} onRetry={() => void people.refetch()} />}
      <Field label={t("hand.to")} hint={t("hand.hint")} required>
        {(props) => <NativeSelect {...props} autoFocus empty={t("hand.choose")} value={to} options={others.map((person) => ({ value: person.id, label: person.name }))} onChange={(event) => setTo(event.target.value)} />}
      </Field>
    </Dialog>
  );
}
