import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { queryClient, type Schemas } from "@/api/client";
import { show } from "../testing";
import { endingsOf, labelsOf, refuse, typeOf } from "./rules";
import { Upload } from "./Upload";

vi.mock("idb-keyval", () => ({ get: () => Promise.resolve(), set: () => Promise.resolve(), del: () => Promise.resolve(), entries: () => Promise.resolve([]) }));

const pdfAndPictures = "application/pdf,image/jpeg,.png";

describe("the rules before a file is sent", () => {
  it("read an input's accept", () => {
    expect(endingsOf(pdfAndPictures)).toEqual(["pdf", "jpg", "jpeg", "png"]);
    expect(labelsOf("application/pdf,image/*")).toEqual(["PDF", "JPG", "PNG"]);
  });

  it("tell each mistake apart", () => {
    expect(refuse({ name: "a.exe", size: 3 }, pdfAndPictures, 10)).toBe("type");
    expect(refuse({ name: "a.PDF", size: 0 }, pdfAndPictures, 10)).toBe("empty");
    expect(refuse({ name: "a.pdf", size: 11 }, pdfAndPictures, 10)).toBe("tooLarge");
    expect(refuse({ name: "a.pdf", size: 10 }, pdfAndPictures, 10)).toBeUndefined();
    expect(refuse({ name: "a", size: 10 }, "", undefined)).toBeUndefined();
  });

  it("know how a document is shown", () => {
    expect(typeOf("application/pdf", "x")).toBe("pdf");
    expect(typeOf("", "x.JPG")).toBe("image");
    expect(typeOf(undefined, "x.docx")).toBe("docx");
    expect(typeOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "x.xlsx")).toBe("other");
  });
});

const document_ = { id: "d", name: "营业执照.pdf", purpose: "material", size: 1_834_211, pages: 3, sha256: "3f9ac0d17b2e", state: "accepted", personal: true, createdAt: "2026-11-20T02:00:00Z" } as Schemas["Document"];

describe("a place for files", () => {
  it("says its rules, and what is wrong with a file, without sending it", async () => {
    const { container } = await show(<Upload purpose="material" accept={pdfAndPictures} maxBytes={10} label="营业执照" value={[]} onChange={() => undefined} />);
    expect(screen.getByText("格式：PDF、JPG、PNG；每个文件不超过 10 B。")).toBeTruthy();
    expect(screen.getByRole("button", { name: "选择文件：营业执照" })).toBeTruthy();
    fireEvent.change(container.querySelector("input[type=file]")!, { target: { files: [new File(["12345678901"], "b.pdf")] } });
    expect(screen.getByRole("alert").textContent).toContain("“b.pdf”超过 10 B");
  });

  it("shows what is known of a document, and takes it away", async () => {
    const change = vi.fn();
    await show(<QueryClientProvider client={queryClient}><Upload purpose="material" accept={pdfAndPictures} label="营业执照" value={[document_]} onChange={change} /></QueryClientProvider>);
    const row = screen.getByRole("listitem");
    for (const words of ["营业执照.pdf", "1.7 MB", "3 页", "校验码 3f9ac0d1", "C 级 · 申请人上传"]) expect(row.textContent).toContain(words);
    expect(screen.queryByRole("button", { name: /选择文件/ })).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "移除 营业执照.pdf" }));
    expect(change).toHaveBeenCalledWith([]);
  });
});
