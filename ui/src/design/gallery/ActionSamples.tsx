import { Button, DecisionBar, LinkButton, StatusLine, WhyList } from "@/design";
import { Row, Section } from "./Section";
import { useWords } from "./words";

/** ActionSamples shows buttons and why they cannot act. */
export function ActionSamples() {
  const w = useWords();
  const why = [{ text: w("buttons.why1"), href: "#cells" }, { text: w("buttons.why2"), href: "#story" }, w("buttons.why3")];
  return (
    <Section id="buttons" title={w("buttons")}>
      <Row>
        <Button kind="primary">{w("buttons.primary")}</Button>
        <Button>{w("buttons.plain")}</Button>
        <Button kind="quiet">{w("buttons.quiet")}</Button>
        <Button kind="danger">{w("buttons.danger")}</Button>
      </Row>
      <Row>
        <Button kind="primary" busy>{w("buttons.busy")}</Button>
        <Button kind="primary" why={why}>{w("buttons.barred")}</Button>
        <LinkButton href="#buttons" icon="download">{w("buttons.link")}</LinkButton>
        <Button icon="check" small>{w("buttons.claim")}</Button>
        <Button icon="more" iconOnly>{w("buttons.more")}</Button>
      </Row>
      <div className="gallery-card"><WhyList reasons={why} title={w("whylist")} /></div>
    </Section>
  );
}

/** BarSample shows the decision bar at the foot. */
export function BarSample() {
  const w = useWords();
  return (
    <Section id="bar" title={w("bar")}>
      <DecisionBar
        left={<><StatusLine status="saved" savedAt={new Date("2026-11-25T10:32:00+08:00")} /><span>{w("bar.left")}</span></>}
        other={<Button>{w("bar.other")}</Button>}
        main={<Button kind="primary">{w("bar.main")}</Button>}
      />
    </Section>
  );
}
