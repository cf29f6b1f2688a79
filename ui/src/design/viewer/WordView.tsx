import { useEffect, useState } from "react";
import { problemOf, type Problem } from "@/api/problem";
import { useText } from "@/i18n";
import { ProblemNotice } from "../notice/ProblemNotice";
import { Loading } from "../notice/States";

const allowed = {
  ALLOWED_TAGS: ["p", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "em", "u", "s", "sub", "sup", "br", "ul", "ol", "li", "table", "thead", "tbody", "tr", "td", "th", "img"],
  ALLOWED_ATTR: ["colspan", "rowspan", "src", "alt"],
  ALLOWED_URI_REGEXP: /^data:image\/(?:png|jpe?g|gif);base64,/,
};

async function convert(blob: Blob): Promise<string> {
  const [mammoth, purify] = await Promise.all([import("mammoth"), import("dompurify")]);
  const { value } = await mammoth.default.convertToHtml({ arrayBuffer: await blob.arrayBuffer() });
  return purify.default.sanitize(value, allowed);
}

/** WordView shows the words and tables of a .docx; nothing in it can act. */
export default function WordView({ name, blob }: { name: string; blob: Blob }) {
  const t = useText("design");
  const [html, setHtml] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    let here = true;
    convert(blob).then(
      (made) => here && setHtml(made),
      (thrown: unknown) => here && setProblem(problemOf(thrown)),
    );
    return () => {
      here = false;
    };
  }, [blob]);
  if (problem) return <ProblemNotice problem={problem} />;
  if (html === undefined) return <Loading shape="block" />;
  return (
    <div className="jx-pane-scroll" tabIndex={0} role="group" aria-label={name}>
      <p className="jx-pane-note">{t("viewer.converted")}</p>
      <div className="jx-word" dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  );
}
