import { describe, expect, test } from "vitest";
import type { Schemas } from "@/api/client";
import { assessmentBlocks, visitBlocks } from "./experts";
import type { Words } from "./words";

const t = Object.assign((key: string, facts?: Record<string, unknown>) => [key, ...Object.values(facts ?? {})].join(" "), { of: (key: string) => key });
const words = { t, reference: { conditions: [{ number: 3, article: "一(三)", name: "队伍和场地" }], materials: [] }, names: new Map(), occupations: [] } as unknown as Words;
const findings = [{ number: 3, finding: "notMet", words: "监控有盲区", photos: ["photo-1", "photo-2"] }];

describe("what the experts found on the spot", () => {
  const shown = (blocks: ReturnType<typeof visitBlocks>) => blocks.flatMap((block) => (block.kind === "files" ? block.ids : []));

  test("is shown with the photos of each finding, beside those of the whole visit", () => {
    const sheet = { visitedOn: "", experts: [], officers: [], findings, photos: ["photo-9"], signedSheet: "" } as unknown as Schemas["SiteVisitSheet"];
    expect(shown(visitBlocks(words, sheet))).toEqual(["photo-1", "photo-2", "photo-9"]);
  });

  test("keeps its photos in the written assessment", () => {
    const summary = { documentReview: "", technicalAssessment: "", deliberation: "", siteVisit: "" };
    const sheet = { conclusion: "rectify", recommended: [], points: [], reasons: "", summary, findings, signedSheet: "" } as unknown as Schemas["AssessmentSheet"];
    expect(shown(assessmentBlocks(words, sheet))).toEqual(["photo-1", "photo-2"]);
  });
});
