import type { PanelProps } from "@/features/task/panel";
import { CentreReview } from "./CentreReview";
import { HandOn } from "./HandOn";
import "./act.css";

/** OpinionPanel is the first step of an opinion on the way to the receipt: 受委托机构书面意见, 报送备案, 复核. */
export function OpinionPanel(props: PanelProps) {
  return props.view.task.stage === "centreReview" ? <CentreReview {...props} /> : <HandOn {...props} />;
}
