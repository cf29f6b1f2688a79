/** samplePdf makes a small PDF of three pages with words. */
export function samplePdf(): Blob {
  const pages = ["JIANGXIN sample, page one: business licence", "Page two: the seal is missing here", "Page three: end of the sample"];
  const objects: string[] = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"];
  const kids: string[] = [];
  for (const words of pages) {
    const stream = `BT /F1 20 Tf 60 760 Td (${words}) Tj ET 60 740 475 1 re f 60 120 475 560 re S`;
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`);
    kids.push(`${objects.length} 0 R`);
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${kids.length} >>`;
  let file = "%PDF-1.4\n";
  const places = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF`;
  return new Blob([file], { type: "application/pdf" });
}

/** samplePicture draws a picture that shows which side is up. */
export function samplePicture(): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = 1200;
  canvas.height = 800;
  const pen = canvas.getContext("2d");
  if (pen) {
    pen.fillStyle = "#e3edf5";
    pen.fillRect(0, 0, 1200, 800);
    pen.fillStyle = "#17456b";
    pen.fillRect(60, 60, 1080, 8);
    pen.font = "600 64px sans-serif";
    pen.fillText("1200 × 800", 60, 180);
    pen.fillStyle = "#a6261d";
    pen.fillRect(980, 620, 120, 120);
  }
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the canvas gave no picture"))), "image/png"));
}
