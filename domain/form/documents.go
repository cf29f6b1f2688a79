package form

import (
	"strconv"

	"jiangxin/domain/casework"
)

// Documents are the documents that a form may name, by ID.
type Documents map[casework.DocumentID]casework.Document

// Documents checks that every document named is one of the case and completely stored.
func (p *Problems) Documents(pointer string, ids []casework.DocumentID, known Documents) {
	for i, id := range ids {
		p.Document(pointer+"/"+strconv.Itoa(i), id, known)
	}
}

// Document checks one document; it says whether the document is there.
func (p *Problems) Document(pointer string, id casework.DocumentID, known Documents) bool {
	if d, ok := known[id]; ok && d.SHA256 != "" {
		return true
	}
	p.Add(pointer, "document", "找不到这个文件，或文件尚未上传完成，请重新上传", "The document is unknown or not completely uploaded; upload it again")
	return false
}

// Uploaded checks that a document was uploaded for the purpose, to the case, by the enterprise or body; an empty
// one stands for any.
func (p *Problems) Uploaded(pointer string, id casework.DocumentID, purpose casework.DocumentPurpose, caseNo, by string, known Documents) {
	if !p.Document(pointer, id, known) {
		return
	}
	if d := known[id]; d.Purpose != purpose || d.Case != caseNo || (by != "" && d.Uploader != by) {
		name := purpose.Name()
		p.Add(pointer, "purpose", "这里须是本单位为本办件上传的“"+name.ZH+"”，请按该用途重新上传",
			"This must be "+name.EN+" that your own office or enterprise uploaded to this case; upload it for that purpose")
	}
}

// Step checks the sheet of a later step of an act (审核, 签发): sending back needs words.
func (p *Problems) Step(words string, verdict casework.Verdict) {
	if verdict == casework.SendBack {
		p.Required("/words", words, NoteLimit, "请写明退回经办的理由", "Say why it goes back to the handler")
	}
}
