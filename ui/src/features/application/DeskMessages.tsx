import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answer, api } from "@/api/client";
import { momentOf, useText } from "@/i18n";
import { sentenceOf, taskAt } from "@/features/message/sentence";
import { taskHref } from "@/features/queue/trail";
import { referenceQuery } from "@/features/task/queries";

/** DeskMessages is the beginning of the messages. */
export function DeskMessages() {
  const t = useText("desk");
  const words = useText("message");
  const { data: names } = useSuspenseQuery(referenceQuery);
  const { data } = useQuery({ queryKey: ["messages", "desk"], queryFn: () => answer(api.GET("/api/messages", { params: { query: { limit: 5 } } })) });
  return (
    <aside className="desk-messages" aria-labelledby="desk-messages">
      <h2 id="desk-messages">{t("messages")}{data && data.unread > 0 && <span className="desk-unread">{t("messages.unread", { n: data.unread })}</span>}</h2>
      {data?.items.length === 0 && <p className="desk-none">{t("messages.none")}</p>}
      <ul className="desk-message-list">
        {data?.items.map((message) => {
          const task = taskAt(message);
          const sentence = sentenceOf(words, message, names);
          return (
            <li key={message.id} data-new={!message.readAt}>
              {task ? <a href={taskHref(task)}>{sentence}</a> : <Link to="/app/cases/$caseNo" params={{ caseNo: message.caseNo }}>{sentence}</Link>}
              <time dateTime={message.createdAt}>{momentOf(message.createdAt)}</time>
            </li>
          );
        })}
      </ul>
      <p><Link to="/app/messages">{t("messages.all")}</Link></p>
    </aside>
  );
}
