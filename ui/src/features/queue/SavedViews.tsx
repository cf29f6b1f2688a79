import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, queryClient, type Schemas } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Button, Check, Dialog, Field, Icon, ProblemNotice, TextInput, toast } from "@/design";
import { useText } from "@/i18n";
import { isNarrowed, readList, searchOf, type List } from "./list";

type View = Schemas["View"];

const viewsKey = ["views"] as const;

/** SavedViews are narrowings of the list that a person or the whole office keeps by name. */
export function SavedViews({ list, onOpen }: { list: List; onOpen: (list: List) => void }) {
  const t = useText("queue");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" icon="columns" className="queue-views" onClick={() => setOpen(true)}>{t("views")}</Button>
      {open && (
        <ViewsDialog
          list={list}
          onClose={() => setOpen(false)}
          onOpen={(view) => {
            setOpen(false);
            onOpen(view);
          }}
        />
      )}
    </>
  );
}

function ViewsDialog({ list, onOpen, onClose }: { list: List; onOpen: (list: List) => void; onClose: () => void }) {
  const t = useText("queue");
  const views = useQuery({ queryKey: viewsKey, queryFn: () => answer(api.GET("/api/views")) });
  const remove = useMutation({
    mutationFn: (view: View) => answer(api.DELETE("/api/views/{viewId}", { params: { path: { viewId: view.id } } })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: viewsKey }),
    onError: (thrown) => toast(problemOf(thrown).message || t("failed"), "warn"),
  });
  const groups = [
    { key: "views.mine" as const, items: views.data?.items.filter((view) => !view.shared) ?? [] },
    { key: "views.shared" as const, items: views.data?.items.filter((view) => view.shared) ?? [] },
  ];
  return (
    <Dialog open title={t("views")} onClose={onClose}>
      {views.error && <ProblemNotice problem={problemOf(views.error)} onRetry={() => void views.refetch()} />}
      {views.data?.items.length === 0 && <p className="queue-quiet">{t("views.none")}</p>}
      {groups.map(({ key, items }) => items.length > 0 && (
        <section key={key} aria-label={t(key)}>
          <h3 className="queue-views-head">{t(key)}</h3>
          <ul className="queue-views-list">
            {items.map((view) => (
              <li key={view.id}>
                <button type="button" className="queue-view" onClick={() => onOpen(readList(Object.fromEntries(new URLSearchParams(view.search)), false))}>
                  <Icon name="search" />
                  <span>{view.name}</span>
                  {!view.mine && <span className="queue-quiet">{t("views.by", { name: view.by })}</span>}
                </button>
                {view.mine && <Button kind="quiet" icon="cross" iconOnly busy={remove.isPending && remove.variables.id === view.id} onClick={() => remove.mutate(view)}>{t("views.delete", { name: view.name })}</Button>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <SaveForm list={list} onSaved={onClose} />
    </Dialog>
  );
}

function SaveForm({ list, onSaved }: { list: List; onSaved: () => void }) {
  const t = useText("queue");
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const save = useMutation({
    mutationFn: () => answer(api.POST("/api/views", { body: { name: name.trim(), shared, search: new URLSearchParams(searchOf({ ...list, pages: 1 }, false)).toString() } })),
    onSuccess: async () => {
      toast(t("views.saved", { name: name.trim() }));
      await queryClient.invalidateQueries({ queryKey: viewsKey });
      onSaved();
    },
  });
  const why = [...(isNarrowed(list) ? [] : [t("views.nothing")]), ...(name.trim() ? [] : [t("views.nameFirst")])];
  return (
    <form
      className="queue-views-save"
      onSubmit={(event) => {
        event.preventDefault();
        if (why.length === 0) save.mutate();
      }}
    >
      <h3 className="queue-views-head">{t("views.save")}</h3>
      {save.error && <ProblemNotice problem={problemOf(save.error)} />}
      <Field label={t("views.name")}>{(props) => <TextInput {...props} maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />}</Field>
      <Check label={t("views.share")} checked={shared} onChange={setShared} />
      <Button type="submit" kind="primary" why={why} busy={save.isPending}>{t("views.go")}</Button>
    </form>
  );
}
