// Package paper makes the papers of a filing (备案) as PDF: letters, receipts and forms. A document is a
// plain value that can be stored as JSON and rendered again later: the same value gives the same bytes.
// The words follow 辽人社〔2020〕22号; what a body decides, it decides elsewhere: a paper only says so.
package paper

import (
	"encoding/json"
	"fmt"

	"jiangxin/domain/fault"
	"jiangxin/paper/typeset"
)

// Kind names one kind of paper. It is stored with the input and never changes its meaning.
type Kind string

// The kinds.
const (
	KindIntakeSlip          Kind = "intake_slip"
	KindSupplementNotice    Kind = "supplement_notice"
	KindRefusalNotice       Kind = "refusal_notice"
	KindAcceptanceNotice    Kind = "acceptance_notice"
	KindRectificationNotice Kind = "rectification_notice"
	KindAssessment          Kind = "assessment"
	KindVerificationResult  Kind = "verification_result"
	KindCommitmentLetter    Kind = "commitment_letter"
	KindDelegateOpinion     Kind = "delegate_opinion"
	KindSubmissionForm      Kind = "submission_form"
	KindReceipt             Kind = "receipt"
	KindCatalogue           Kind = "catalogue"
	KindApplicationForm     Kind = "application_form"
	KindAuditOpinion        Kind = "audit_opinion"
	KindCertificate         Kind = "certificate"
)

// Document is the input of one paper.
type Document interface {
	// Kind says which paper it is.
	Kind() Kind
	head() Head
	title() string
	page() typeset.Page
	check(*checker)
	draw(*typeset.Sheet)
}

// Warning says that a character had to be printed as its code point.
type Warning = typeset.Warning

// Warnings of one paper, one for each character; a paper with warnings is complete but should be looked at.
type Warnings []Warning

// Render makes the PDF. It fails with fault.Invalid where the paper would have a gap that it must not
// have, such as a receipt without a filing number. It is safe for concurrent use.
func Render(d Document) ([]byte, Warnings, error) {
	c := &checker{}
	d.head().check(c)
	d.check(c)
	if c.err != nil {
		return nil, nil, c.err
	}
	h := d.head()
	sheet := typeset.NewSheet(d.page(), typeset.Imprint{Title: d.title(), Number: h.Number, PrintedAt: h.PrintedAt})
	d.draw(sheet)
	pdf, warnings, err := sheet.Finish()
	if err != nil {
		return nil, nil, fault.New(fault.Internal, "文书生成失败，请稍后重试；仍不成功请联系运维人员。",
			"The paper could not be made. Try again; if it fails again, tell the operators.").
			Because(fmt.Errorf("render %s: %w", d.Kind(), err))
	}
	return pdf, warnings, nil
}

// blank makes an empty input of each kind.
var blank = map[Kind]func() Document{
	KindIntakeSlip:          func() Document { return &IntakeSlip{} },
	KindSupplementNotice:    func() Document { return &SupplementNotice{} },
	KindRefusalNotice:       func() Document { return &RefusalNotice{} },
	KindAcceptanceNotice:    func() Document { return &AcceptanceNotice{} },
	KindRectificationNotice: func() Document { return &RectificationNotice{} },
	KindAssessment:          func() Document { return &Assessment{} },
	KindVerificationResult:  func() Document { return &VerificationResult{} },
	KindCommitmentLetter:    func() Document { return &CommitmentLetter{} },
	KindDelegateOpinion:     func() Document { return &DelegateOpinion{} },
	KindSubmissionForm:      func() Document { return &SubmissionForm{} },
	KindReceipt:             func() Document { return &Receipt{} },
	KindCatalogue:           func() Document { return &Catalogue{} },
	KindApplicationForm:     func() Document { return &ApplicationForm{} },
	KindAuditOpinion:        func() Document { return &AuditOpinion{} },
	KindCertificate:         func() Document { return &Certificate{} },
}

// Decode reads a stored input back into a Document, to be rendered again.
func Decode(kind Kind, input []byte) (Document, error) {
	empty, ok := blank[kind]
	if !ok {
		return nil, fault.New(fault.Invalid, "没有这种文书，请核对文书种类。", "There is no such kind of paper: check the kind.").With("kind", string(kind))
	}
	d := empty()
	if err := json.Unmarshal(input, d); err != nil {
		return nil, fault.New(fault.Malformed, "文书数据无法读取，请重新生成。", "The stored input of the paper cannot be read: make it anew.").Because(err)
	}
	return d, nil
}
