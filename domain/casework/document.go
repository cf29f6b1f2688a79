package casework

// DocumentID names an uploaded document of a case. An empty one means that none is attached yet.
type DocumentID string

// Document is what is known of an uploaded document.
type Document struct {
	ID     DocumentID `json:"id"`
	Name   string     `json:"name"`
	SHA256 string     `json:"sha256"` // hex; empty while the upload is not complete

	// What the stored document says of itself; a snapshot does not keep it.
	Purpose  DocumentPurpose `json:"-"`
	Case     string          `json:"-"` // number of the case that it was uploaded to; empty before there is one
	Uploader string          `json:"-"` // ID of the enterprise or body whose person uploaded it; empty of an expert
	Personal bool            `json:"-"` // it may hold ID numbers
	UsedFor  string          `json:"-"` // user ID of the expert for whom it was handed in already (代录)
}

// DocumentPurpose is what a document was uploaded for.
type DocumentPurpose string

// The purposes that a sheet, an application or a plan asks for.
const (
	ForRule       DocumentPurpose = "rule"       // 管理办法
	ForSheet      DocumentPurpose = "sheet"      // 专家签字的评审表
	ForCommitment DocumentPurpose = "commitment" // 承诺书、授权委托书
)

// Name gives the purpose's words, in a form that completes a sentence; an unknown code gives itself.
func (d DocumentPurpose) Name() Name {
	switch d {
	case ForSheet:
		return Name{"专家签字表", "a signed sheet"}
	case ForCommitment:
		return Name{"承诺书及授权委托书", "a commitment letter or authorisation"}
	}
	return Name{string(d), "a document for " + string(d)}
}
