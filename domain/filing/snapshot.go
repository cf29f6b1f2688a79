package filing

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"slices"
	"time"

	"jiangxin/domain/fault"
	"jiangxin/domain/form"
)

// StaffFact is a staff row as a snapshot keeps it: the keyed digest stands for the ID number.
type StaffFact struct {
	StaffDetails
	IDDigest string `json:"idDigest"`
}

// Frozen is the content of a snapshot: what was submitted, with the digests of its documents.
type Frozen struct {
	Version     int         `json:"version"` // of this form; 1
	Application Application `json:"application"`
	Staff       []StaffFact `json:"staff"`
	Documents   []Document  `json:"documents"` // those that the application names
}

// Snapshot freezes an application: canonical bytes and their SHA-256. Equal content gives equal bytes
// whatever the order of staff rows and documents, and whether an empty list is null or [].
func Snapshot(app Application, staff []StaffFact, documents []Document) ([]byte, [sha256.Size]byte, error) {
	app.Promise.At = app.Promise.At.UTC().Truncate(time.Microsecond)
	known := map[DocumentID]Document{}
	for _, d := range documents {
		known[d.ID] = d
	}
	frozen := Frozen{Version: 1, Application: app, Staff: slices.Clone(staff)}
	p := newProblems("")
	for _, use := range documentUses(app) {
		d, ok := known[use.id]
		if !ok || d.SHA256 == "" {
			p.document(use.pointer, use.id, Facts{})
			continue
		}
		frozen.Documents = append(frozen.Documents, d)
	}
	if err := p.Err(); err != nil {
		return nil, [sha256.Size]byte{}, err
	}
	slices.SortFunc(frozen.Documents, func(a, b Document) int { return cmp.Compare(a.ID, b.ID) })
	frozen.Documents = slices.CompactFunc(frozen.Documents, func(a, b Document) bool { return a.ID == b.ID })
	slices.SortFunc(frozen.Staff, func(a, b StaffFact) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Name, b.Name), cmp.Compare(a.IDDigest, b.IDDigest),
			bytes.Compare(marshal(a), marshal(b)))
	})
	content, err := canonical(frozen)
	if err != nil {
		return nil, [sha256.Size]byte{}, fault.New(fault.Internal, "申请表无法固化，请联系运维人员", "The application cannot be frozen; tell the operators").Because(err)
	}
	return content, sha256.Sum256(content), nil
}

// Thaw reads what Snapshot wrote.
func Thaw(content []byte) (Frozen, error) {
	var frozen Frozen
	if err := json.Unmarshal(content, &frozen); err != nil {
		return Frozen{}, fault.New(fault.Internal, "已提交的申请表无法读取，请联系运维人员", "The submitted application cannot be read; tell the operators").Because(err)
	}
	return frozen, nil
}

// documentUse is one place where an application names a document.
type documentUse struct {
	pointer string
	id      DocumentID
}

func documentUses(app Application) []documentUse {
	var uses []documentUse
	p := newProblems("")
	content := generic(app)
	for _, section := range Sections {
		if value, ok := content[string(section)]; ok {
			p.walk(value, "/"+string(section), func(pointer string, id DocumentID) {
				uses = append(uses, documentUse{pointer, id})
			})
		}
	}
	return uses
}

// DocumentIDs lists the documents that an application names, each once, in the order of the sections.
func DocumentIDs(app Application) []DocumentID {
	var ids []DocumentID
	for _, use := range documentUses(app) {
		if !slices.Contains(ids, use.id) {
			ids = append(ids, use.id)
		}
	}
	return ids
}

// canonical writes a value as JSON with sorted keys, without blanks, without null and empty lists.
func canonical(value any) ([]byte, error) {
	raw, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	tree, err := form.Any(raw)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(prune(tree)); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}

func prune(value any) any {
	switch v := value.(type) {
	case map[string]any:
		for key, inner := range v {
			inner = prune(inner)
			v[key] = inner
			if entries, isList := inner.([]any); inner == nil || (isList && len(entries) == 0) {
				delete(v, key)
			}
		}
	case []any:
		for i := range v {
			v[i] = prune(v[i])
		}
	}
	return value
}
