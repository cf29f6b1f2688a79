package api

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/google/uuid"

	"jiangxin/domain/certification"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/evidence"
	"jiangxin/store"
	"jiangxin/workbook"
)

// reading is an uploaded workbook of results with its photos, read and checked.
type reading struct {
	template certification.Template
	list     *workbook.List
	rows     []certification.Row // No is the row's number in the workbook
	findings []certification.Finding
	photos   int
	source   string // digest of what was read
}

// readResults reads and checks the files of a batch. Nothing is stored.
func (s *Server) readResults(ctx context.Context, b store.Batch, files ResultFiles) (reading, error) {
	var r reading
	var err error
	if r.template, err = s.templateOf(ctx, b.Template); err != nil {
		return r, err
	}
	facts, settings, err := s.checkContext(ctx, b)
	if err != nil {
		return r, err
	}
	book, size, sum, err := s.resultFile(ctx, b, files.Workbook, "resultWorkbook", "/workbook")
	if err != nil {
		return r, err
	}
	limits := workbook.LimitsFor(settings.RowsMax + 2) // the headings, and one row more than is allowed: the check says so
	limits.Allowed = settings.RowsMax
	opened, err := workbook.Open(book, size, limits)
	if err != nil {
		return r, inFile("/workbook", err)
	}
	shape := resultTemplate(r.template, settings.RowsMax)
	if r.list, err = opened.List(shape.Sheet, shape.Headings()); err != nil {
		return r, inFile("/workbook", err)
	}
	for line, err := range r.list.Lines() {
		if err != nil {
			return r, inFile("/workbook", err)
		}
		cells := make(map[certification.Field]certification.Cell, len(r.template.Columns))
		for _, column := range r.template.Columns {
			cell := line.Cell(string(column.Field))
			cells[column.Field] = certification.Cell{Text: cell.Text, Number: cell.Number, Formula: cell.Formula, Broken: cell.Broken || cell.Merged}
		}
		row, found := certification.ReadRow(r.template, cells, line.Number)
		r.rows, facts.Read = append(r.rows, row), append(facts.Read, found...)
	}
	r.source = sum
	if files.Photos != uuid.Nil {
		zip, size, sum, err := s.resultFile(ctx, b, files.Photos, "resultPhotos", "/photos")
		if err != nil {
			return r, err
		}
		photos, err := s.zips.examine(files.Photos, zip, size, photoLimits(settings))
		if err != nil {
			return r, inFile("/photos", err)
		}
		facts.Photos, r.photos = photos.problems, photos.photos
		r.source += sum
	}
	if err := s.askOthers(ctx, b, r.rows, &facts); err != nil {
		return r, err
	}
	r.findings = certification.Check(r.rows, facts)
	return r, nil
}

// inFile says of which file a verdict is: what it says of columns is said of those of the file, and where it names none
// the file as a whole is meant.
func inFile(pointer string, err error) error {
	said, is := asFault(err)
	if !is || !isVerdict(err) {
		return err
	}
	placed := *said
	placed.Fields = nil
	for _, f := range said.Fields {
		placed.At(pointer+f.Pointer, f.Code, f.Text.ZH, f.Text.EN)
	}
	if len(placed.Fields) == 0 {
		placed.At(pointer, string(said.Code), said.Text.ZH, said.Text.EN)
	}
	return &placed
}

// checkContext gathers what the rows of a batch are checked against, but for photos and for what stands elsewhere.
func (s *Server) checkContext(ctx context.Context, b store.Batch) (certification.Context, certification.Settings, error) {
	var facts certification.Context
	settings, err := s.settings(ctx, "")
	if err != nil {
		return facts, settings, err
	}
	if err := json.Unmarshal([]byte(b.Plan), &facts.Plan); err != nil {
		return facts, settings, fmt.Errorf("read the plan: %w", err)
	}
	filed, _, err := s.store.FilingOfEnterprise(ctx, b.EnterpriseID)
	if err != nil {
		return facts, settings, err
	}
	scope, err := s.scopeOf(ctx, filed)
	if err != nil {
		return facts, settings, err
	}
	facts.Occupation, facts.Filed, facts.Employers = b.OccupationName, scope.Granted, []string{b.EnterpriseName}
	facts.PassRule = certification.PassRuleOf(facts.Plan.Way, scope.Row(b.Occupation, b.WorkType), filing.PassRule{}, settings.PassMark)
	facts.AgeMin, facts.RowsMax = settings.AgeMin, settings.RowsMax
	template, err := s.templateOf(ctx, b.Template)
	facts.Demanded = template.Demanded()
	return facts, settings, err
}

// askOthers says who of the rows holds a certificate of the level already, and who is in another batch, of this enterprise
// or of another one.
func (s *Server) askOthers(ctx context.Context, b store.Batch, rows []certification.Row, facts *certification.Context) error {
	keys := make(map[string]string, len(rows)) // digest → IDKey
	digests := make([]string, 0, len(rows))
	for _, row := range rows {
		if key := row.IDKey(); key != "" {
			digest := s.digester.Digest(store.ResultIDNumber, key)
			if keys[digest] == "" {
				keys[digest] = key
				digests = append(digests, digest)
			}
		}
	}
	held, err := s.store.Held(ctx, digests, b.Occupation, b.WorkType, b.Level)
	if err != nil {
		return err
	}
	elsewhere, err := s.store.Elsewhere(ctx, digests, b.EnterpriseID)
	if err != nil {
		return err
	}
	pending, err := s.store.Pending(ctx, digests, b)
	if err != nil {
		return err
	}
	facts.Held, facts.Elsewhere, facts.Pending = make(map[string]bool, len(held)), make(map[string]bool, len(elsewhere)), make(map[string]string, len(pending))
	for digest, batchNo := range pending {
		facts.Pending[keys[digest]] = batchNo
	}
	for digest := range held {
		facts.Held[keys[digest]] = true
	}
	for digest := range elsewhere {
		facts.Elsewhere[keys[digest]] = true
	}
	return nil
}

// resultFile opens an uploaded file of the caller's enterprise for random reading, and gives its size and digest.
func (s *Server) resultFile(ctx context.Context, b store.Batch, id uuid.UUID, purpose DocumentPurpose, pointer string) (io.ReaderAt, int64, string, error) {
	d, err := s.store.Document(ctx, id)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return nil, 0, "", err
	}
	if err != nil || d.EnterpriseID == nil || *d.EnterpriseID != b.EnterpriseID || d.Purpose != string(purpose) || d.State != store.DocumentAccepted {
		return nil, 0, "", fault.Wrong(pointer, "document", "找不到这个文件，或文件尚未通过检查，请重新上传", "The file is unknown or has not passed its checks; upload it again")
	}
	file, size, err := s.openAt(ctx, d)
	return file, size, d.SHA256, err
}

// openAt opens a stored file with personal data for reading at any place.
func (s *Server) openAt(ctx context.Context, d store.Document) (io.ReaderAt, int64, error) {
	key, err := s.keys.OpenCaseKey(d.KeyName(), d.KeyWrapped)
	if err != nil {
		return nil, 0, err
	}
	return s.evidence.OpenSealedAt(ctx, evidence.Ref{Key: d.ObjectKey, VersionID: d.ObjectVersion}, key)
}

// photoLimits are the settings of candidates' photos.
func photoLimits(s certification.Settings) workbook.PhotoLimits {
	const widest = 6000 // pixels of a side; a photo of a candidate needs far less
	limit := int64(s.PhotoKiBMax) << 10
	return workbook.PhotoLimits{
		Photos: s.RowsMax, Least: int64(s.PhotoKiBMin) << 10, Bytes: limit, Whole: limit * int64(s.RowsMax), MinWidth: s.PhotoPixelsMin, MinHeight: s.PhotoPixelsMin,
		MaxWidth: widest, MaxHeight: widest,
	}
}

// resultTemplate is a result template as a workbook.
func resultTemplate(t certification.Template, rows int) workbook.Template {
	out := workbook.Template{Sheet: "认定结果", Rows: rows, Instructions: []string{
		"每人一行，从第二行起填写；标题带 * 的必须填写。", "证件号码按文本填写，不要使用公式、合并单元格。",
		"本批次评价方式没有用到的成绩列留空。", "照片另行压缩为一个 zip 上传，文件名与“照片文件名”一列一致。",
	}}
	for _, c := range t.Columns {
		name := c.Field.Name()
		out.Columns = append(out.Columns, workbook.Column{
			Heading: workbook.Heading{Field: string(c.Field), Text: c.Heading, Others: []string{name.EN}, Required: needed[c.Field]},
			Filled:  c.Required || slices.Contains(certification.AlwaysFilled, c.Field), Width: float64(c.Width), Hint: c.Hint, Options: c.Options, Example: c.Example,
			Day: c.Field == certification.FieldAgencyFrom || c.Field == certification.FieldAgencyThrough,
		})
	}
	return out
}

// needed are the columns without which a list is none of results.
var needed = map[certification.Field]bool{
	certification.FieldName: true, certification.FieldIDNumber: true, certification.FieldEmployer: true, certification.FieldOccupation: true, certification.FieldLevel: true,
}

// sourceOf names the files that rows come from.
func (r reading) sourceOf() string {
	sum := sha256.Sum256([]byte(r.source))
	return hex.EncodeToString(sum[:])
}
