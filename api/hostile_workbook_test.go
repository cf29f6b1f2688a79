package api

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/xuri/excelize/v2"

	"jiangxin/demo/cast"
	"jiangxin/demo/exhibit"
	"jiangxin/domain/certification/certificationtest"
	"jiangxin/domain/civil"
)

// nothingStored fails when a batch holds anything of what was refused.
func (b institution) nothingStored(before Batch) {
	b.t.Helper()
	now := b.view(before.BatchNo)
	if now.Version != before.Version || now.Rows != 0 || now.Workbook != "" || now.Photos != "" {
		b.t.Errorf("it left something behind: %+v", now)
	}
	if n := b.howMany(`SELECT COUNT(*) FROM result_rows WHERE batch_no = ?`, before.BatchNo); n != 0 {
		b.t.Errorf("%d rows are stored", n)
	}
}

// thenRight confirms the corrected workbook, which goes in.
func (b institution) thenRight(batchNo string) {
	b.t.Helper()
	got := b.confirm(batchNo, b.uploaded(b.workbook(batchNo, nil)))
	if got.status != http.StatusOK || into[Batch](got).Rows != 3 {
		b.t.Fatalf("the corrected workbook does not go in: %d %s", got.status, got.body)
	}
}

// twins are two rows of one person, written differently.
func twins(heading, first, second string) func(workbookFile) {
	return func(w workbookFile) {
		one := certificationtest.Rows(7, 3)[0]
		w.text("证件号码", 3, one.IDNumber)
		w.text("姓名", 3, one.Name)
		w.text(heading, 2, first)
		w.text(heading, 3, second)
	}
}

func TestWhatIsWrongInACellIsSaidOfThatCellAndNothingIsStored(t *testing.T) {
	t.Parallel()
	o := openFiles(t)
	b := o.filed()
	person := certificationtest.Rows(7, 3)[0]
	set := func(heading string, value any) func(workbookFile) {
		return func(w workbookFile) { w.must(w.SetCellValue(w.sheet, w.at(heading, 3), value)) }
	}
	for _, c := range []struct {
		name, heading, code, says string
		change                    func(workbookFile)
	}{
		{"a formula for a score", "理论成绩", "formula", "公式", func(w workbookFile) { w.must(w.SetCellFormula(w.sheet, w.at("理论成绩", 3), "60+22")) }},
		{"a formula for a name", "姓名", "formula", "公式", func(w workbookFile) {
			w.must(w.SetCellFormula(w.sheet, w.at("姓名", 3), `HYPERLINK("http://x","甲")`))
		}},
		{"merged cells", "理论成绩", "broken_cell", "合并", func(w workbookFile) {
			w.must(w.MergeCell(w.sheet, w.at("理论成绩", 3), w.at("理论成绩", 4)))
		}},
		{"NaN as a text", "理论成绩", "score_not_number", "NaN", set("理论成绩", "NaN")},
		{"an infinity", "技能成绩", "score_not_number", "Inf", set("技能成绩", "+Inf")},
		{"a word", "理论成绩", "score_not_number", "合格", set("理论成绩", "合格")},
		{"a mark below nought", "理论成绩", "score_range", "0 至 100", set("理论成绩", -1)},
		{"a text below nought", "理论成绩", "score_range", "0 至 100", set("理论成绩", "-1")},
		{"a mark above a hundred", "技能成绩", "score_range", "0 至 100", set("技能成绩", 101)},
		{"a hair above a hundred", "技能成绩", "score_range", "0 至 100", set("技能成绩", "100.01")},
		{"a huge number", "技能成绩", "score_range", "0 至 100", set("技能成绩", 1e20)},
		{"an ID number as a float", "证件号码", "id_as_number", "数值", set("证件号码", 2.1010219900101e17)},
		{"an ID number as a whole number", "证件号码", "id_as_number", "数值", set("证件号码", 210102199001011234)},
		{"the same person with a blank in the name", "证件号码", "duplicate", "第 2 行", twins("姓名", "张小三", "张 小三")},
		{"the same person with a wide number", "证件号码", "duplicate", "第 2 行", twins("证件号码", person.IDNumber, wide(person.IDNumber))},
		{"the same person in other letters", "证件号码", "duplicate", "写法不同", twins("姓名", "Li Ming", "LI MING")},
		{"the same person with another dot", "证件号码", "duplicate", "第 2 行", twins("姓名", "买买提·艾力", "买买提．艾力")},
		{"a level that is not filed", "等级", "level_not_filed", "没有备案", set("等级", "一级/高级技师")},
		{"a level that is filed but not the batch's", "等级", "level_of_batch", "不一致", set("等级", "四级/中级工")},
		{"a level that does not exist", "等级", "level", "没有等级", set("等级", "八级")},
		{"another enterprise's worker", "所在单位", "employer", "备案单位", set("所在单位", "大连别家有限公司")},
		{"one photo for two people", "照片文件名", "photo_twice", "同一张照片", set("照片文件名", "1.JPG")},
		{"a photo that is not there", "照片文件名", "photo_missing", "没有这个文件", set("照片文件名", "../2.jpg2")},
		{"a wrong check digit", "证件号码", "check_digit", "校验", set("证件号码", flipped(person.IDNumber))},
		{"a control character", "姓名", "control_character", "控制字符", set("姓名", "甲\u202e乙")},
		{"a very long name", "姓名", "too_long", "过长", set("姓名", strings.Repeat("长", 5000))},
		{"no name", "姓名", "required", "没有填写", set("姓名", "")},
	} {
		t.Run(c.name, func(t *testing.T) {
			batch := b.batch()
			var cell string
			files := b.uploaded(b.workbook(batch.BatchNo, func(w workbookFile) {
				cell = w.at(c.heading, 3)
				c.change(w)
			}))
			got := into[ResultCheck](b.check(batch.BatchNo, files))
			if got.MayConfirm || got.Rows != 3 || got.Wrong == 0 {
				t.Errorf("%+v", got)
			}
			row := slices.IndexFunc(got.Shown, func(r ResultCheckRow) bool { return r.Line == 3 })
			if row < 0 {
				t.Fatalf("nothing is said of line 3: %+v", got.Shown)
			}
			at := slices.IndexFunc(got.Shown[row].Findings, func(f ResultFinding) bool { return f.Code == c.code && fmt.Sprint(f.Column, 3) == cell })
			if at < 0 {
				t.Fatalf("no %s at %s: %+v", c.code, cell, got.Shown[row].Findings)
			}
			field := got.Shown[row].Findings[at].Field
			if f := got.Shown[row].Findings[at]; f.Level != "wrong" || !strings.Contains(f.Message, c.says) || f.Remedy == "" || f.Name != c.heading || strings.Contains(f.Message+f.Value, person.IDNumber) {
				t.Errorf("%+v", f)
			}
			p := b.confirm(batch.BatchNo, files).want(http.StatusConflict, "not_ready")
			if place := "/workbook/3/" + field; !strings.Contains(p.Detail, "有误") || !slices.ContainsFunc(p.Fields, func(f FieldProblem) bool {
				return f.Pointer == place && f.Code == c.code && strings.Contains(f.Message, c.says)
			}) {
				t.Errorf("%s: %+v", place, p)
			}
			b.nothingStored(batch)
			b.thenRight(batch.BatchNo)
		})
	}
}

// wide writes digits in full width, as some input methods do.
func wide(digits string) string {
	return strings.Map(func(r rune) rune { return r - '0' + '０' }, digits[:17]) + digits[17:]
}

// flipped is an ID number with two digits changed, so that its check digit is wrong.
func flipped(number string) string {
	return number[:14] + string('0'+(number[14]-'0'+1)%10) + number[15:]
}

func TestFilesWithoutAnybodyOrWithoutPhotosAreRefusedAsAWhole(t *testing.T) {
	t.Parallel()
	o := openFiles(t)
	b := o.filed()
	batch := b.batch()
	empty := b.uploaded(b.do(http.MethodGet, "/api/batches/"+batch.BatchNo+"/workbook", nil).body)
	if p := b.confirm(batch.BatchNo, empty).want(http.StatusConflict, "not_ready"); !strings.Contains(p.Detail, "没有人员") || p.Fields[0].Pointer != "/workbook" {
		t.Errorf("%+v", p)
	}
	bare := map[string]any{"workbook": b.uploaded(b.workbook(batch.BatchNo, nil))["workbook"]}
	if p := b.confirm(batch.BatchNo, bare).want(http.StatusConflict, "not_ready"); !strings.Contains(p.Detail, "照片压缩包尚未上传") || p.Fields[0].Pointer != "/photos" {
		t.Errorf("%+v", p)
	}
	b.nothingStored(batch)
	b.thenRight(batch.BatchNo)
}

func TestPhotosOfOnePersonTwiceAndPhotosThatAreNoneAreSaidOfTheirRows(t *testing.T) {
	t.Parallel()
	o := openFiles(t)
	b := o.filed()
	good := func(n int) []byte {
		picture, err := exhibit.Portrait("照片", n)
		o.must(err)
		return picture.Body
	}
	small := photo(t)
	for _, c := range []struct {
		name, code, says string
		zip              []byte
	}{
		{"two photos for one person", "photo_bad", "同名照片", zipped(t, entry{"1.jpg", good(1)}, entry{"2.jpg", good(2)}, entry{"2.jpeg", good(4)}, entry{"3.jpg", good(3)})},
		{"two photos in two folders", "photo_bad", "同名照片", zipped(t, entry{"1.jpg", good(1)}, entry{"a/2.jpg", good(2)}, entry{"b/2.JPG", good(4)}, entry{"3.jpg", good(3)})},
		{"a text that is called a photo", "photo_bad", "JPEG", zipped(t, entry{"1.jpg", good(1)}, entry{"2.jpg", []byte("<script>alert(1)</script>")}, entry{"3.jpg", good(3)})},
		{"a photo of a few pixels", "photo_bad", "过小", zipped(t, entry{"1.jpg", good(1)}, entry{"2.jpg", small}, entry{"3.jpg", good(3)})},
		{"a photo that is cut off", "photo_bad", "无法读取", zipped(t, entry{"1.jpg", good(1)}, entry{"2.jpg", good(2)[:40]}, entry{"3.jpg", good(3)})},
		{"a photo that leaves its folder", "photo_bad", "文件夹", zipped(t, entry{"1.jpg", good(1)}, entry{"../2.jpg", good(2)}, entry{"3.jpg", good(3)})},
		{"a bomb among the photos", "photo_bad", "500 KiB", zipped(t, entry{"1.jpg", good(1)}, entry{"2.jpg", append(good(2), make([]byte, 64<<20)...)}, entry{"3.jpg", good(3)})},
		{"a photo too few", "photo_missing", "没有这个文件", zipped(t, entry{"1.jpg", good(1)}, entry{"3.jpg", good(3)})},
	} {
		t.Run(c.name, func(t *testing.T) {
			batch := b.batch()
			files := b.uploaded(b.workbook(batch.BatchNo, nil))
			files["photos"] = b.send("照片.zip", "resultPhotos", c.zip, nil).Id
			got := into[ResultCheck](b.check(batch.BatchNo, files))
			row := slices.IndexFunc(got.Shown, func(r ResultCheckRow) bool { return r.Line == 3 })
			if got.Wrong != 1 || got.MayConfirm || row < 0 {
				t.Fatalf("%+v", got)
			}
			if f := got.Shown[row].Findings[0]; f.Code != c.code || f.Field != "photo" || !strings.Contains(f.Message, c.says) || f.Remedy == "" {
				t.Errorf("%+v", f)
			}
			b.confirm(batch.BatchNo, files).want(http.StatusConflict, "not_ready")
			b.nothingStored(batch)
			b.thenRight(batch.BatchNo)
		})
	}
}

// another is a workbook of another shape.
func another(t *testing.T, change func(*excelize.File) error) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer func() { _ = book.Close() }()
	if err := change(book); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// withPart is a workbook with one more part, or with another one in its place.
func withPart(t *testing.T, file []byte, name string, write func(io.Writer) error) []byte {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	to.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for _, part := range from.File {
		if part.Name != name {
			if err := to.Copy(part); err != nil {
				t.Fatal(err)
			}
		}
	}
	part, err := to.Create(name)
	if err == nil {
		err = write(part)
	}
	if err == nil {
		err = to.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// noughts writes so many MiB of nothing.
func noughts(mebibytes int) func(io.Writer) error {
	return func(w io.Writer) error {
		block := bytes.Repeat([]byte("0"), 1<<20)
		for range mebibytes {
			if _, err := w.Write(block); err != nil {
				return err
			}
		}
		return nil
	}
}

// longCell writes a sheet of one cell with so many MiB of digits.
func longCell(mebibytes int) func(io.Writer) error {
	return func(w io.Writer) error {
		if _, err := io.WriteString(w, `<worksheet><sheetData><row><c><v>`); err != nil {
			return err
		}
		if err := noughts(mebibytes)(w); err != nil {
			return err
		}
		_, err := io.WriteString(w, `</v></c></row></sheetData></worksheet>`)
		return err
	}
}

// millionRows is a sheet with the headings of the template and a million filled rows.
func millionRows(headings []string) func(io.Writer) error {
	return func(w io.Writer) error {
		var head strings.Builder
		for _, h := range headings {
			head.WriteString(`<c t="str"><v>` + h + `</v></c>`)
		}
		if _, err := io.WriteString(w, `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row>`+head.String()+`</row>`); err != nil {
			return err
		}
		block := strings.Repeat(`<row><c t="str"><v>甲</v></c></row>`, 10_000)
		for range 100 {
			if _, err := io.WriteString(w, block); err != nil {
				return err
			}
		}
		_, err := io.WriteString(w, `</sheetData></worksheet>`)
		return err
	}
}

// Bounds of what one hostile file may cost the process, and the client who waits for the answer.
const (
	memoryBound = 96 << 20
	timeBound   = 15 * time.Second
)

// costing runs something and fails when it takes more memory or time than the bounds. Tests that use it run alone.
func costing(t *testing.T, do func()) {
	t.Helper()
	runtime.GC()
	var before runtime.MemStats
	runtime.ReadMemStats(&before)
	stop, most := make(chan struct{}), uint64(0)
	var watching sync.WaitGroup
	watching.Go(func() {
		for tick := time.NewTicker(5 * time.Millisecond); ; {
			select {
			case <-stop:
				tick.Stop()
				return
			case <-tick.C:
				var now runtime.MemStats
				runtime.ReadMemStats(&now)
				most = max(most, now.HeapInuse)
			}
		}
	})
	start := time.Now()
	do()
	took := time.Since(start)
	close(stop)
	watching.Wait()
	grown := int64(most) - int64(before.HeapInuse)
	t.Logf("%.1f MiB, %v", float64(grown)/(1<<20), took.Round(time.Millisecond))
	if grown > memoryBound {
		t.Errorf("it took %d MiB", grown>>20)
	}
	if took > timeBound {
		t.Errorf("it took %v", took)
	}
}

func TestAFileThatIsNoWorkbookOfResultsIsRefusedWithItsPlaceWithinBounds(t *testing.T) { // alone, because it measures memory
	o := openFiles(t)
	b := o.filed()
	batch := b.batch()
	whole := b.workbook(batch.BatchNo, nil)
	headings := []string{"姓名", "证件类型", "证件号码", "所在单位", "用工形式", "职业", "等级"}
	for _, c := range []struct {
		name, code, pointer, says string
		status                    int
		workbook, photos          []byte
	}{
		{"another workbook", "bad_file", "/workbook/name", "姓名", 422, another(t, func(f *excelize.File) error {
			return f.SetSheetRow("Sheet1", "A1", &[]any{"商品", "单价", "数量"})
		}), nil},
		{"a workbook with a column too few", "bad_file", "/workbook/idNumber", "证件号码", 422, another(t, func(f *excelize.File) error {
			return f.SetSheetRow("Sheet1", "A1", &[]any{"姓名", "所在单位", "职业", "等级"})
		}), nil},
		{"a workbook with a column twice", "bad_file", "/workbook/name", "两次", 422, another(t, func(f *excelize.File) error {
			return f.SetSheetRow("Sheet1", "A1", &[]any{"姓名", "姓 名", "证件号码", "所在单位", "职业", "等级"})
		}), nil},
		{"an empty workbook", "bad_file", "/workbook", "空", 422, another(t, func(*excelize.File) error { return nil }), nil},
		{"a million rows", "invalid", "/workbook", "10000", 422, withPart(t, whole, "xl/worksheets/sheet1.xml", millionRows(headings)), nil},
		{"a bomb of a sheet", "too_large", "/workbook", "过大", 413, withPart(t, whole, "xl/worksheets/sheet1.xml", longCell(250)), nil},
		{"a bomb beside the sheet", "too_large", "/workbook", "过大", 413, withPart(t, whole, "xl/media/image1.png", noughts(200)), nil},
		{"more photos than rows", "too_large", "/photos", "超过 10000 个", 413, nil, manyPhotos(t, 10_001)},
		{"a zip without photos", "bad_file", "/photos", "没有照片", 422, nil, zipped(t, entry{"__MACOSX/._a.jpg", []byte("x")})},
	} {
		t.Run(c.name, func(t *testing.T) {
			batch := b.batch()
			costing(t, func() {
				var files map[string]any
				if c.workbook != nil {
					files = b.uploaded(c.workbook)
				} else {
					files = b.uploaded(whole)
					files["photos"] = b.send("照片.zip", "resultPhotos", c.photos, nil).Id
				}
				p := b.check(batch.BatchNo, files).want(c.status, c.code)
				if !strings.Contains(p.Detail, c.says) || len(p.Fields) == 0 || p.Fields[0].Pointer != c.pointer || p.Fields[0].Message == "" {
					t.Errorf("%+v", p)
				}
				b.confirm(batch.BatchNo, files).want(c.status, c.code)
			})
			b.nothingStored(batch)
			b.thenRight(batch.BatchNo)
		})
	}
}

// manyPhotos is a zip of so many files that are called photos.
func manyPhotos(t *testing.T, count int) []byte {
	t.Helper()
	entries := make([]entry, count)
	for i := range entries {
		entries[i] = entry{fmt.Sprint(i, ".jpg"), []byte("x")}
	}
	return zipped(t, entries...)
}

func TestAnUploadThatUnpacksToGigabytesIsRefusedWhenItArrives(t *testing.T) { // alone, because it measures memory
	o := openFiles(t)
	b := o.filed()
	batch := b.batch()
	whole := b.workbook(batch.BatchNo, nil)
	for name, file := range map[string]struct {
		name, purpose string
		body          []byte
	}{
		"a bomb as a workbook": {"认定结果.xlsx", "resultWorkbook", withPart(t, whole, "xl/worksheets/sheet1.xml", noughts(1200))},
		"a bomb as photos":     {"照片.zip", "resultPhotos", zipBomb(t, 3000)},
	} {
		t.Run(name, func(t *testing.T) {
			var d Document
			costing(t, func() { d = b.send(file.name, file.purpose, file.body, nil) })
			if d.State != "rejected" || d.Problem.Code != "bad_file" || d.Problem.Message == "" {
				t.Fatalf("%+v", d)
			}
			files := map[string]any{"workbook": d.Id, "photos": b.photos}
			pointer := "/workbook"
			if file.purpose == "resultPhotos" {
				files, pointer = b.uploaded(whole), "/photos"
				files["photos"] = d.Id
			}
			if p := b.check(batch.BatchNo, files).want(http.StatusUnprocessableEntity, "invalid"); p.Fields[0].Pointer != pointer || !strings.Contains(p.Detail, "重新上传") {
				t.Errorf("%+v", p)
			}
			b.nothingStored(batch)
		})
	}
	b.thenRight(batch.BatchNo)
}

// zipBomb is a small zip of one file that unpacks to so many MiB.
func zipBomb(t *testing.T, mebibytes int) []byte {
	t.Helper()
	return withPart(t, zipped(t, entry{"1.jpg", photo(t)}), "2.jpg", noughts(mebibytes))
}

func TestABatchIsMadeOnlyUnderOnesOwnValidFilingInItsCity(t *testing.T) {
	t.Parallel()
	o := openFiles(t)
	b := o.filed()
	batch := b.batch()
	dalian := o.signIn(cast.EnterpriseOf(cast.Dalian, 1).Clerk.Login)
	files := map[string]any{"workbook": uuid.NewString(), "photos": b.photos}
	stranger := institution{person: dalian}
	stranger.check(batch.BatchNo, files).want(http.StatusNotFound, "not_found")
	dalian.do(http.MethodPost, "/api/batches", b.plan("3")).want(http.StatusConflict, "not_ready")

	b.refuses(b.plan("2"), "/level", "level_not_filed", "没有备案")
	other := b.plan("3")
	other.Occupation = "6-31-01-02"
	b.refuses(other, "/occupation", "occupation_not_filed", "没有备案")
	late := b.plan("3")
	late.From, late.To = civil.On(2028, 12, 31), civil.On(2029, 1, 1)
	b.refuses(late, "/to", "outside_validity", "有效期")
	if n := o.howMany(`SELECT COUNT(*) FROM batches`); n != 1 {
		t.Errorf("%d batches, a refused one among them", n)
	}
	b.thenRight(b.batch().BatchNo)
}

// refuses fails unless the plan of a new batch is refused at a field.
func (b institution) refuses(plan BatchPlan, pointer, code, says string) {
	b.t.Helper()
	p := b.do(http.MethodPost, "/api/batches", plan).want(http.StatusUnprocessableEntity, "invalid")
	if len(p.Fields) == 0 || p.Fields[0].Pointer != pointer || p.Fields[0].Code != code || !strings.Contains(p.Fields[0].Message, says) {
		b.t.Errorf("%s: %+v", code, p)
	}
}

func TestNoBatchIsMadeUnderAFilingOfAnotherCityOrOneThatHasEnded(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ region, through, code, says string }{
		{"210200", "2028-12-31", "filing_of_another_city", "另一个市"}, {"210100", "2026-11-24", "filing_expired", "2026-11-24"},
	} {
		t.Run(c.code, func(t *testing.T) {
			t.Parallel()
			o := openFiles(t)
			b := o.filedIn(c.region, c.through)
			b.refuses(b.plan("3"), "", c.code, c.says)
			if n := o.howMany(`SELECT COUNT(*) FROM batches`); n != 0 {
				t.Errorf("%d batches", n)
			}
		})
	}
}

func TestNoTextOfARowBecomesAFormulaInWhatIsHandedOut(t *testing.T) {
	t.Parallel()
	o := openFiles(t)
	b := o.filed()
	harm := []string{`=HYPERLINK("http://x","甲")`, "+8613800000000", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)", "\t=1+1"}
	batch := b.batch()
	files := b.uploaded(b.workbook(batch.BatchNo, func(w workbookFile) {
		for line := 2; line <= 4; line++ {
			w.text("姓名", line, harm[line-2])
			w.text("备注", line, harm[line])
			w.text("申报条件", line, harm[5-line])
		}
	}))
	check := func(what string, file answer, least int) {
		t.Helper()
		if file.status != http.StatusOK {
			t.Fatalf("%s: %d %s", what, file.status, file.body)
		}
		book, err := excelize.OpenReader(bytes.NewReader(file.body))
		o.must(err)
		defer func() { _ = book.Close() }()
		found := 0
		for _, sheet := range book.GetSheetList() {
			rows, err := book.GetRows(sheet)
			o.must(err)
			for r, row := range rows {
				for c, text := range row {
					at, err := excelize.CoordinatesToCellName(c+1, r+1)
					o.must(err)
					formula, err := book.GetCellFormula(sheet, at)
					o.must(err)
					kind, err := book.GetCellType(sheet, at)
					o.must(err)
					active := len(text) > 1 && strings.ContainsAny(text[:1], "=+-@\t\r")
					if formula != "" || active && kind != excelize.CellTypeInlineString {
						t.Errorf("%s: %s!%s %q is of type %d, formula %q", what, sheet, at, text, kind, formula)
					}
					if active {
						found++
					}
				}
			}
		}
		if found < least {
			t.Errorf("%s: only %d of the texts are there", what, found)
		}
	}
	check("the marked workbook", b.do(http.MethodPost, "/api/batches/"+batch.BatchNo+"/results/marked", files), 6)
	got := b.confirm(batch.BatchNo, files)
	if got.status != http.StatusOK {
		t.Fatalf("confirm: %d %s", got.status, got.body)
	}
	b.handedIn(into[Batch](got))
	b.issued(batch.BatchNo)
	officer := o.signIn("sy-authority-handler")
	check("the export for the transfer", officer.do(http.MethodGet, "/api/batches/"+batch.BatchNo+"/upload", nil), 3)
	b.month("202611")
	check("the month's workbook", officer.do(http.MethodGet, "/api/summaries/"+filingNo+"/202611/workbook", nil), 3)
}
