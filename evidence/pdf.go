package evidence

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"jiangxin/domain/fault"
)

// pdfSettings are pdfcpu's built-in ones: its own way to them would write a file into the home
// directory.
var pdfSettings = sync.OnceValue(func() model.Configuration {
	api.DisableConfigDir()
	return *model.NewDefaultConfiguration()
})

// pdf reads the cross references and page tree, and returns the number of pages.
func (i *Inspector) pdf(file io.ReaderAt, size int64) (int, error) {
	if err := endMark(file, size); err != nil {
		return 0, err
	}
	conf := pdfSettings()
	conf.Offline = true
	conf.ValidationMode = model.ValidationRelaxed
	conf.Limits.MaxStreamBytes = i.limits.Uncompressed
	conf.Limits.MaxDecodeBytes = i.limits.Uncompressed
	ctx, err := api.ReadContext(io.NewSectionReader(file, 0, size), &conf)
	switch {
	case errors.Is(err, pdfcpu.ErrWrongPassword), err != nil && strings.Contains(err.Error(), "encrypt"), err == nil && ctx.Encrypt != nil:
		return 0, bad(fault.BadFile, ReasonEncrypted,
			"PDF 设有密码或权限保护，请去除保护后重新上传",
			"the PDF is protected by a password; remove the protection and upload it again", err)
	case err != nil:
		return 0, truncated(err)
	}
	if err := ctx.EnsurePageCount(); err != nil {
		return 0, truncated(err)
	}
	if ctx.PageCount < 1 || ctx.PageCount > i.limits.Pages {
		return 0, bad(fault.BadFile, ReasonPages,
			fmt.Sprintf("PDF 须有 1 至 %d 页，请检查或拆分", i.limits.Pages),
			fmt.Sprintf("the PDF must have 1 to %d pages; check or split it", i.limits.Pages), nil).
			With("pages", strconv.Itoa(ctx.PageCount))
	}
	return ctx.PageCount, nil
}

// endMark looks for %%EOF near the end: pdfcpu mends files that were cut off, and a file that people
// sign for must not need mending.
func endMark(file io.ReaderAt, size int64) error {
	tail := make([]byte, min(size, 2048))
	if _, err := file.ReadAt(tail, size-int64(len(tail))); err != nil {
		return down(err)
	}
	if !bytes.Contains(tail, []byte("%%EOF")) {
		return truncated(errors.New("no end mark"))
	}
	return nil
}
