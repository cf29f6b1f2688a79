package filing

import (
	"jiangxin/domain/casework"
	"jiangxin/domain/form"
)

// Limits of what a person may write, in characters (runes), whatever their bytes.
const (
	ShortLimit = form.ShortLimit
	NoteLimit  = form.NoteLimit
	TextLimit  = form.TextLimit
	ListLimit  = form.ListLimit
	BodyLimit  = form.BodyLimit
)

// The words for documents, which every procedure shares.
type (
	// DocumentID names an uploaded document of the case. An empty one means that none is attached yet.
	DocumentID = casework.DocumentID
	// Document is what is known of an uploaded document.
	Document = casework.Document
	// DocumentPurpose is what a document was uploaded for.
	DocumentPurpose = casework.DocumentPurpose
)

// The purposes that a sheet or an application of a filing asks for.
const (
	ForRule       = casework.ForRule
	ForSheet      = casework.ForSheet
	ForCommitment = casework.ForCommitment
)

// problems collects wrong fields, so that a person reads all of them at once.
type problems struct{ form.Problems }

// newProblems makes a collection whose pointers start with root.
func newProblems(root string) *problems { return &problems{form.Problems{Root: root}} }
