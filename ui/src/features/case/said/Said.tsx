import { FileLinks } from "../FileLinks";
import type { Block } from "./blocks";
import "./said.css";

/** Said shows what was said with a decision, in words. */
export function Said({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className="said">
      {blocks.map((block, i) => (
        <OneBlock key={i} block={block} />
      ))}
    </div>
  );
}

function OneBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case "line":
      return <p className="said-line"><span className="said-label">{block.label}</span><span>{block.text}</span></p>;
    case "text":
      return <div className="said-text"><p className="said-label">{block.label}</p><p className="said-words">{block.text}</p></div>;
    case "list":
      return (
        <div className="said-text">
          <p className="said-label">{block.label}</p>
          <ol className="said-list">{block.items.map((item, i) => <li key={i}>{item}</li>)}</ol>
        </div>
      );
    case "files":
      return <div className="said-text"><p className="said-label">{block.label}</p><FileLinks ids={block.ids} /></div>;
    case "table":
      return (
        <div className="said-table">
          <table>
            <caption className="said-label">{block.label}</caption>
            <thead><tr>{block.head.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
            <tbody>
              {block.rows.map((row, i) => (
                <tr key={i}>{row.map((cell, j) => <td key={j} data-label={block.head[j]}>{cell}</td>)}</tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}
