package activities

import (
	"context"
	"fmt"
	"slices"

	"jiangxin/contract"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/domain/region"
	"jiangxin/paper"
)

// receipt builds the 备案回执. Number and validity are those that Record gave with the receipt.
func receipt(ctx context.Context, f *file) (paper.Document, error) {
	head, err := f.headOf()
	if err != nil {
		return nil, err
	}
	filed, occupations, err := f.printer.Store.FilingOfCase(ctx, f.Paper.CaseNo)
	if err != nil {
		return nil, err
	}
	copies, err := f.copies(ctx, filed.FilingNo)
	if err != nil {
		return nil, err
	}
	numbers := f.Recorded.Numbers
	doc := &paper.Receipt{
		Head: head, Enterprise: f.enterprise(), CopyTo: copies, FilingNumber: numbers[contract.NumberFiling],
		ValidFrom: numbers[contract.DateFrom], ValidThrough: numbers[contract.DateThrough],
		QueryURL: f.printer.PublicURL + filing.ReceiptPath(filed.Token),
	}
	for _, o := range occupations {
		if o.AddedOn.String() <= doc.ValidFrom { // later additions have receipts of their own
			doc.Occupations = append(doc.Occupations, paper.Occupation{Code: o.Code, Name: o.Name, WorkType: o.WorkType, Levels: levelNames(o.Levels)})
		}
	}
	return doc, nil
}

// copies names the bodies to which the receipt goes (抄送, notice 四(二)): the exam centre, then the bureaus. The
// bureaus of all cities are one entry, as official papers have it; those of districts stand by name.
func (f *file) copies(ctx context.Context, filingNo string) ([]string, error) {
	ids, err := f.printer.Store.ReceiptCopies(ctx, filingNo)
	if err != nil {
		return nil, err
	}
	var first, cities, others []string
	for _, id := range ids {
		body, err := f.reference.Directory.Body(id)
		if err != nil {
			return nil, err
		}
		name := body.Name(f.day).ZH
		switch home, err := f.reference.Directory.Region(body.Region); {
		case body.Kind == region.Centre:
			first = append(first, name)
		case err == nil && home.Level == region.City:
			cities = append(cities, name)
		default:
			others = append(others, name)
		}
	}
	if len(cities) > 1 && len(cities) == f.cityBureaus() {
		cities = []string{"各市人力资源和社会保障局"}
	}
	return slices.Concat(first, cities, others), nil
}

// cityBureaus counts the bureaus of cities that act on the day of the paper.
func (f *file) cityBureaus() int {
	n := 0
	for _, body := range f.reference.Directory.Bodies(region.Bureau, f.day) {
		if home, err := f.reference.Directory.Region(body.Region); err == nil && home.Level == region.City {
			n++
		}
	}
	return n
}

// catalogue builds 附件4 as the edition that this case published: what later editions took in is not in it.
func catalogue(ctx context.Context, f *file) (paper.Document, error) {
	edition, err := f.printer.Store.EditionOfPaper(ctx, f.Paper.CaseNo, f.Paper.Seq)
	if err != nil {
		return nil, err
	}
	entries, err := f.printer.Store.EditionEntries(ctx, edition)
	if err != nil {
		return nil, err
	}
	publisher, err := f.body(edition.Publisher)
	if err != nil {
		return nil, err
	}
	doc := &paper.Catalogue{
		Head: f.head(publisher), City: f.city(), Edition: fmt.Sprintf("第%d版", edition.Edition), ReportedOn: edition.ReportedOn.String(),
	}
	doc.IssuedOn = edition.PublishedOn.String()
	for _, e := range entries {
		state := "有效"
		if filing.StandingOn(edition.PublishedOn, e.ValidThrough, true) == filing.Expired {
			state = "到期"
		}
		doc.Entries = append(doc.Entries, paper.Entry{
			City: doc.City, Enterprise: e.EnterpriseName, CreditCode: e.CreditCode, FilingNumber: e.FilingNo,
			Occupation: e.Name, Code: e.Code, WorkType: e.WorkType, Levels: levelNames(e.Levels),
			FiledOn: civil.Of(e.FiledAt).String(), ValidThrough: e.ValidThrough.String(), State: state, Contact: e.Contact,
		})
	}
	return doc, nil
}
