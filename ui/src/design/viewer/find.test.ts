import { describe, expect, it } from "vitest";
import { countIn, markWords } from "./find";

describe("finding words in a document", () => {
  it("takes no notice of width, case and the spaces that PDFs put between Chinese letters", () => {
    expect(countIn("营 业 执 照 复印件 营业执照", "营业执照")).toBe(2);
    expect(countIn("ＡＢＣ abc", "Abc")).toBe(2);
    expect(countIn("anything", " ")).toBe(0);
  });

  it("marks the pieces that the words stand in, and the current one", () => {
    const layer = document.createElement("div");
    layer.innerHTML = "<span>企业营</span><span>业执照</span><span>副本</span><span>营业执照</span>";
    markWords(layer, "营业执照", 1);
    const marks = [...layer.querySelectorAll("span")].map((piece) => piece.className);
    expect(marks).toEqual(["jx-mark-found", "jx-mark-found", "", "jx-mark-found jx-mark-current"]);
    markWords(layer, "", -1);
    expect([...layer.querySelectorAll("span")].every((piece) => piece.className === "")).toBe(true);
  });
});
