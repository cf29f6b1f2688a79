import type { ReactNode } from "react";
import { dayOf, useText } from "@/i18n";
import { classes } from "../classes";
import "./document-head.css";

/** DocumentHeadProps of a notice, a receipt or the public result. */
export interface DocumentHeadProps {
  title: ReactNode;
  /** The number of the document or of the filing. */
  no?: string;
  issuer?: string;
  /** YYYY-MM-DD. */
  date?: string;
  /** The heading's level on the page. */
  level?: 1 | 2 | 3;
  /** seal: the document has legal effect, and its rules are red. */
  tone?: "ink" | "seal";
  children?: ReactNode;
}

/** DocumentHead is 公文版头: the title between two rules, in Song type, on a sheet of paper. */
export function DocumentHead({ title, no, issuer, date, level = 2, tone = "ink", children }: DocumentHeadProps) {
  const t = useText("design");
  const Heading = `h${level}` as const;
  return (
    <article className={classes("jx-document", `jx-document-${tone}`)}>
      <header className="jx-document-head">
        {issuer && <p className="jx-document-issuer">{issuer}</p>}
        <Heading className="jx-document-title">{title}</Heading>
        {(no || date) && (
          <p className="jx-document-facts">
            {no && <span className="number">{t("document.no", { no })}</span>}
            {date && <span>{dayOf(date)}</span>}
          </p>
        )}
      </header>
      {children && <div className="jx-document-body">{children}</div>}
    </article>
  );
}
